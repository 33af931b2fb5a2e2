// Nodes by their keys: the unique id where a label guarantees one, or the elementId.
// @param idLabels LABELS The labels that guarantee that id is unique.
// @param keys List<String> The keys.
// @returns elementId, labels, properties, degree
CALL () {
  MATCH (n:$any($idLabels))
  WHERE n.id IN $keys
  RETURN n
  UNION
  MATCH (n)
  WHERE elementId(n) IN $keys
  RETURN n
}
RETURN elementId(n) AS elementId, labels(n) AS labels, properties(n) AS properties, COUNT { (n)--() } AS degree
ORDER BY coalesce(n.id, elementId(n))
