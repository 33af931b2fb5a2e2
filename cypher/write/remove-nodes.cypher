// Removes nodes that are no longer in the data set; their edges are gone already.
// @param rows List<String> Their ids.
// @param dataSet String The id of the set that loaded them.
// @returns nothing
MATCH (n:Actor|Event|Issue|Source)
WHERE n.id IN $rows AND n.dataSet = $dataSet
DELETE n
