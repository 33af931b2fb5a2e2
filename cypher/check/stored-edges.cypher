// The edges that a data set loaded; they leave from its own nodes.
// @param dataSet String The id of the set.
// @returns id, type, from, to (ids of nodes), properties
MATCH (a:Actor|Event|Issue|Source)-[r]->(b)
WHERE a.dataSet = $dataSet AND r.dataSet = $dataSet
RETURN r.id AS id, type(r) AS type, a.id AS from, b.id AS to, properties(r) AS properties
ORDER BY id
