// Edges by their elementIds.
// @param elementIds List<String> The elementIds.
// @returns elementId, type, source, target (elementIds of its ends), properties
MATCH (a)-[r]->(b)
WHERE elementId(r) IN $elementIds
RETURN elementId(r) AS elementId, type(r) AS type, elementId(a) AS source, elementId(b) AS target, properties(r) AS properties
ORDER BY coalesce(r.id, elementId(r))
