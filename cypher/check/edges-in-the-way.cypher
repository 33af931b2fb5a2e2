// Nodes that a data set no longer has, but that have edges it did not load.
// @param dataSet String The id of the set.
// @param ids List<String> The nodes to be removed.
// @returns id, count (of those edges)
MATCH (n:Actor|Event|Issue|Source)-[r]-()
WHERE n.id IN $ids AND n.dataSet = $dataSet AND coalesce(r.dataSet, '') <> $dataSet
RETURN n.id AS id, count(r) AS count
ORDER BY id
