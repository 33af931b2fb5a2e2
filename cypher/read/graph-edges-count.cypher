// How many edges of the whole graph pass the filters.
// @param labels List<String> Keep edges whose both ends have any of these labels; null keeps all.
// @param types List<String> Keep edges of these relationship types; null keeps all.
// @param modalities List<String> Keep edges of these modalities; null keeps all.
// @param confidences List<String> Keep edges of these confidences; null keeps all.
// @param sources List<String> Keep edges coded from these sources; null keeps all.
// @param from String Keep edges not over before this day; null keeps all.
// @param to String Keep edges begun by this day; null keeps all.
// @returns count
MATCH (a)-[r]->(b)
WHERE ($labels IS NULL OR (any(label IN labels(a) WHERE label IN $labels)
                           AND any(label IN labels(b) WHERE label IN $labels)))
  AND ($types IS NULL OR type(r) IN $types)
  AND ($modalities IS NULL OR r.modality IN $modalities)
  AND ($confidences IS NULL OR r.confidence IN $confidences)
  AND ($sources IS NULL OR r.source IN $sources)
  AND ($from IS NULL OR r.until IS NULL
       OR toString(r.until) + substring("-12-31", size(toString(r.until)) - 4) >= $from)
  AND ($to IS NULL OR coalesce(r.since, r.statedOn) IS NULL
       OR toString(coalesce(r.since, r.statedOn))
          + substring("-01-01", size(toString(coalesce(r.since, r.statedOn))) - 4) <= $to)
RETURN count(r) AS count
