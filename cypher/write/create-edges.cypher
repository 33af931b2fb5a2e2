// Creates edges of one type between nodes of two labels, which are written out so that the index finds each node by
// one look.
// @param rows List<Map> Of from, to (ids of nodes) and properties.
// @param fromLabel NAME A label of the nodes they leave.
// @param toLabel NAME A label of the nodes they enter.
// @param type NAME Their relationship type.
// @returns nothing
UNWIND $rows AS row
MATCH (a:$($fromLabel) {id: row.from})
MATCH (b:$($toLabel) {id: row.to})
CREATE (a)-[r:$($type)]->(b)
SET r = row.properties
