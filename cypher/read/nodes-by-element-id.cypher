// Nodes by their elementIds.
// @param elementIds List<String> The elementIds.
// @returns elementId, labels, properties, degree
MATCH (n)
WHERE elementId(n) IN $elementIds
RETURN elementId(n) AS elementId, labels(n) AS labels, properties(n) AS properties, COUNT { (n)--() } AS degree
ORDER BY degree DESC, coalesce(n.id, elementId(n))
