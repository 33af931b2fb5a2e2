// How many edges a node has, by relationship type, direction and the sign written on the edge.
// @param elementId String The node.
// @returns type, out (whether they leave it), sign (or null), count
MATCH (n)-[r]-()
WHERE elementId(n) = $elementId
WITH type(r) AS type, startNode(r) = n AS out, r.sign AS sign, count(DISTINCT r) AS count
RETURN type, out, sign, count
ORDER BY type, out DESC, sign
