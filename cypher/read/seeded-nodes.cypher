// The nodes that seeding loaded, to take their digest.
// @param limit Integer At most this many.
// @returns id, labels, properties
MATCH (n:Actor|Event|Issue|Source)
WHERE n.dataSet IS NOT NULL
RETURN n.id AS id, labels(n) AS labels, properties(n) AS properties
ORDER BY id
LIMIT $limit
