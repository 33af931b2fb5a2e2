// Creates edges.
// @param rows List<Map> Of from, to (ids of nodes), type and properties.
// @returns nothing
UNWIND $rows AS row
MATCH (a:Actor|Event|Issue|Source {id: row.from})
MATCH (b:Actor|Event|Issue|Source {id: row.to})
CREATE (a)-[r:$(row.type)]->(b)
SET r = row.properties
