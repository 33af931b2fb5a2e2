// The nodes of the whole graph or of some labels; those with most edges first.
// @param labels List<String> Keep nodes with any of these labels; null keeps all.
// @param limit Integer At most this many.
// @returns elementId, labels, properties, degree
MATCH (n)
WHERE $labels IS NULL OR any(label IN labels(n) WHERE label IN $labels)
RETURN elementId(n) AS elementId, labels(n) AS labels, properties(n) AS properties, COUNT { (n)--() } AS degree
ORDER BY degree DESC, coalesce(n.id, elementId(n))
LIMIT $limit
