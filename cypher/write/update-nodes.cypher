// Gives nodes their new labels and properties.
// @param rows List<Map> Of id, labels and properties.
// @returns nothing
UNWIND $rows AS row
MATCH (n:Actor|Event|Issue|Source {id: row.id})
REMOVE n:Actor:Person:State:Organisation:Group:Event:Issue:Source
SET n:$(row.labels), n = row.properties
