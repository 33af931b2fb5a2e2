// What every node is called, for the search.
// @param limit Integer At most this many.
// @returns elementId, labels, properties: only those that a caption, an alias or a key is made of
MATCH (n)
RETURN elementId(n) AS elementId, labels(n) AS labels,
  CASE WHEN coalesce(n.name, n.title, n.label) IS NULL THEN properties(n)
       ELSE n {.id, .name, .title, .label, .aliases} END AS properties
ORDER BY COUNT { (n)--() } DESC, coalesce(n.id, elementId(n))
LIMIT $limit
