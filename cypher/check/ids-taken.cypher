// Ids of a data set that belong to nodes it did not load.
// @param dataSet String The id of the set.
// @param ids List<String> The ids it wants.
// @returns id, dataSet (whose node it is; null when no set loaded it)
MATCH (n:Actor|Event|Issue|Source)
WHERE n.id IN $ids AND coalesce(n.dataSet, '') <> $dataSet
RETURN n.id AS id, n.dataSet AS dataSet
ORDER BY id
