// The edges of the whole graph that pass the filters.
// @param labels List<String> Keep edges whose both ends have any of these labels; null keeps all.
// @param types List<String> Keep edges of these relationship types; null keeps all.
// @param modalities List<String> Keep edges of these modalities; null keeps all.
// @param confidences List<String> Keep edges of these confidences; null keeps all.
// @param sources List<String> Keep edges coded from these sources; null keeps all.
// @param from String Keep edges not over before this day, or without an end that can be read; null keeps all.
// @param to String Keep edges begun by this day, or without a begin that can be read; null keeps all.
// @param when String What dates mean: `held` when it held, `said` when it was said; null what is known of both.
// @param dated Boolean Whether edges without a begin that can be read are left out.
// @param limit Integer At most this many.
// @returns elementId, type, source, target (elementIds of its ends), properties
MATCH (a)-[r]->(b)
WHERE ($labels IS NULL OR (any(label IN labels(a) WHERE label IN $labels)
                           AND any(label IN labels(b) WHERE label IN $labels)))
  AND ($types IS NULL OR type(r) IN $types)
  AND ($modalities IS NULL OR r.modality IN $modalities)
  AND ($confidences IS NULL OR r.confidence IN $confidences)
  AND ($sources IS NULL OR r.source IN $sources)
  AND ($from IS NULL OR @not-over-before(r, $when, $from))
  AND ($to IS NULL AND NOT $dated OR @begun-by(r, $when, $to, $dated))
RETURN elementId(r) AS elementId, type(r) AS type, elementId(a) AS source, elementId(b) AS target, properties(r) AS properties
ORDER BY coalesce(r.id, elementId(r))
LIMIT $limit
