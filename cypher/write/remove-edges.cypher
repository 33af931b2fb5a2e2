// Removes edges that are no longer in the data set.
// @param rows List<String> Their ids.
// @param dataSet String The id of the set that loaded them.
// @returns nothing
MATCH (a:Actor|Event|Issue|Source)-[r]->()
WHERE a.dataSet = $dataSet AND r.dataSet = $dataSet AND r.id IN $rows
DELETE r
