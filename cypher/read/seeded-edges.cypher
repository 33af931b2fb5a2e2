// The edges that seeding loaded, to take their digest.
// @param limit Integer At most this many.
// @returns id, type, source, target, properties
MATCH (a:Actor|Event|Issue|Source)-[r]->(b)
WHERE r.dataSet IS NOT NULL
RETURN r.id AS id, type(r) AS type, a.id AS source, b.id AS target, properties(r) AS properties
ORDER BY id
LIMIT $limit
