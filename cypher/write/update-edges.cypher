// Gives edges their new properties.
// @param rows List<Map> Of id, from (the id of the node it leaves) and properties.
// @returns nothing
UNWIND $rows AS row
MATCH (a:Actor|Event|Issue|Source {id: row.from})-[r {id: row.id}]->()
SET r = row.properties
