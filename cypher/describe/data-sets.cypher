// Which of some data sets the database holds anything of.
// @param ids List<String> The ids of the data sets.
// @returns id
UNWIND $ids AS id
CALL (id) {
  MATCH (n:Actor|Event|Issue|Source)
  WHERE n.dataSet = id
  RETURN n
  LIMIT 1
}
RETURN id
ORDER BY id
