// The edges among given nodes that pass the filters.
// @param elementIds List<String> The nodes.
// @param types List<String> Keep edges of these relationship types; null keeps all.
// @param modalities List<String> Keep edges of these modalities; null keeps all.
// @param confidences List<String> Keep edges of these confidences; null keeps all.
// @param sources List<String> Keep edges coded from these sources; null keeps all.
// @param from String Keep edges not over before this day; null keeps all.
// @param to String Keep edges begun by this day; null keeps all.
// @param limit Integer At most this many.
// @returns elementId, type, source, target (elementIds of its ends), properties
MATCH (a)
WHERE elementId(a) IN $elementIds
MATCH (a)-[r]->(b)
WHERE elementId(b) IN $elementIds
  AND ($types IS NULL OR type(r) IN $types)
  AND ($modalities IS NULL OR r.modality IN $modalities)
  AND ($confidences IS NULL OR r.confidence IN $confidences)
  AND ($sources IS NULL OR r.source IN $sources)
  AND ($from IS NULL OR r.until IS NULL
       OR toString(r.until) + substring("-12-31", size(toString(r.until)) - 4) >= $from)
  AND ($to IS NULL OR coalesce(r.since, r.statedOn) IS NULL
       OR toString(coalesce(r.since, r.statedOn))
          + substring("-01-01", size(toString(coalesce(r.since, r.statedOn))) - 4) <= $to)
RETURN elementId(r) AS elementId, type(r) AS type, elementId(a) AS source, elementId(b) AS target, properties(r) AS properties
ORDER BY coalesce(r.id, elementId(r))
LIMIT $limit
