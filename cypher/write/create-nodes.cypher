// Creates nodes.
// @param rows List<Map> Of labels and properties.
// @returns nothing
UNWIND $rows AS row
CREATE (n:$(row.labels))
SET n = row.properties
