// One edge with both its ends, by its unique id where its type guarantees one, or by its elementId.
// @param idTypes TYPES The relationship types that guarantee that id is unique.
// @param key String The key.
// @returns elementId, type, source, target, properties, sourceNode and targetNode (elementId, labels, properties, degree)
CALL () {
  MATCH ()-[r:$any($idTypes)]->()
  WHERE r.id = $key
  RETURN r
  UNION
  MATCH ()-[r]->()
  WHERE elementId(r) = $key
  RETURN r
}
WITH r, startNode(r) AS a, endNode(r) AS b
RETURN elementId(r) AS elementId, type(r) AS type, elementId(a) AS source, elementId(b) AS target, properties(r) AS properties,
  {elementId: elementId(a), labels: labels(a), properties: properties(a), degree: COUNT { (a)--() }} AS sourceNode,
  {elementId: elementId(b), labels: labels(b), properties: properties(b), degree: COUNT { (b)--() }} AS targetNode
LIMIT 1
