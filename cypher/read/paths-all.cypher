// All shortest paths between two nodes, whatever the direction of the edges.
// @param from String The elementId of the node to start from.
// @param to String The elementId of the node to reach.
// @param types List<String> Use only edges of these relationship types; null uses all.
// @param maxLength Integer At most this many edges.
// @param limit Integer At most this many paths.
// @returns nodes and edges: the elementIds along the path, in order
MATCH (a), (b)
WHERE elementId(a) = $from AND elementId(b) = $to
MATCH path = allShortestPaths((a)-[*..15]-(b))
WHERE all(r IN relationships(path) WHERE $types IS NULL OR type(r) IN $types)
WITH path
WHERE length(path) <= $maxLength
WITH [n IN nodes(path) | elementId(n)] AS nodes, [r IN relationships(path) | elementId(r)] AS edges
RETURN nodes, edges
ORDER BY nodes, edges
LIMIT $limit
