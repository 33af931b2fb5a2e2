// The nodes one edge away from given nodes, over edges that pass the filters.
// @param elementIds List<String> The nodes to start from.
// @param direction String out, in or both, seen from those nodes.
// @param labels List<String> Keep neighbours with any of these labels; null keeps all.
// @param types List<String> Keep edges of these relationship types; null keeps all.
// @param modalities List<String> Keep edges of these modalities; null keeps all.
// @param confidences List<String> Keep edges of these confidences; null keeps all.
// @param sources List<String> Keep edges coded from these sources; null keeps all.
// @param from String Keep edges not over before this day, or without an end that can be read; null keeps all.
// @param to String Keep edges begun by this day, or without a begin that can be read; null keeps all.
// @param when String What dates mean: `held` when it held, `said` when it was said; null what is known of both.
// @param dated Boolean Whether edges without a begin that can be read are left out.
// @param limit Integer At most this many.
// @returns elementId, labels, properties, degree
MATCH (start)-[r]-(n)
WHERE elementId(start) IN $elementIds
  AND ($direction = 'both' OR ($direction = 'out' AND startNode(r) = start)
                           OR ($direction = 'in' AND endNode(r) = start))
  AND ($labels IS NULL OR any(label IN labels(n) WHERE label IN $labels))
  AND ($types IS NULL OR type(r) IN $types)
  AND ($modalities IS NULL OR r.modality IN $modalities)
  AND ($confidences IS NULL OR r.confidence IN $confidences)
  AND ($sources IS NULL OR r.source IN $sources)
  AND ($from IS NULL OR @not-over-before(r, $when, $from))
  AND ($to IS NULL AND NOT $dated OR @begun-by(r, $when, $to, $dated))
WITH DISTINCT n
RETURN elementId(n) AS elementId, labels(n) AS labels, properties(n) AS properties, COUNT { (n)--() } AS degree
ORDER BY degree DESC, coalesce(n.id, elementId(n))
LIMIT $limit
