// The nodes that a data set loaded.
// @param dataSet String The id of the set.
// @returns id, labels, properties
MATCH (n:Actor|Event|Issue|Source)
WHERE n.dataSet = $dataSet
RETURN n.id AS id, labels(n) AS labels, properties(n) AS properties
ORDER BY id
