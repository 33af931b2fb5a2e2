// Gives edges of one type their new properties.
// @param rows List<Map> Of id and properties.
// @param type NAME Their relationship type.
// @returns nothing
UNWIND $rows AS row
MATCH ()-[r:$($type) {id: row.id}]->()
SET r = row.properties
