// Gives nodes their new labels and properties.
// @param rows List<Map> Of id, labels and properties.
// @returns nothing
UNWIND $rows AS row
MATCH (n:Actor|Event|Issue|Source {id: row.id})
REMOVE n:$(labels(n))
SET n:$(row.labels), n = row.properties
