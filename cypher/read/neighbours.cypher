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
  AND ($from IS NULL OR CASE
         WHEN toStringOrNull(r.until) =~ '[0-9]{4}([.]0|-(0[1-9]|1[0-2])(-(?!00)[0-3][0-9].*)?)?'
              AND (substring(toStringOrNull(r.until), 8, 2) <= '28' OR left(toStringOrNull(r.until), 10) <= toString(date(left(toStringOrNull(r.until), 7)) + duration('P1M-1D')))
         THEN replace(left(toStringOrNull(r.until), 10), '.0', '') >= left($from, size(replace(toStringOrNull(r.until), '.0', '')))
         ELSE true END)
  AND ($to IS NULL OR CASE
         WHEN toStringOrNull(r.since) =~ '[0-9]{4}([.]0|-(0[1-9]|1[0-2])(-(?!00)[0-3][0-9].*)?)?'
              AND (substring(toStringOrNull(r.since), 8, 2) <= '28' OR left(toStringOrNull(r.since), 10) <= toString(date(left(toStringOrNull(r.since), 7)) + duration('P1M-1D')))
         THEN replace(left(toStringOrNull(r.since), 10), '.0', '') <= left($to, size(replace(toStringOrNull(r.since), '.0', '')))
         WHEN toStringOrNull(r.statedOn) =~ '[0-9]{4}([.]0|-(0[1-9]|1[0-2])(-(?!00)[0-3][0-9].*)?)?'
              AND (substring(toStringOrNull(r.statedOn), 8, 2) <= '28' OR left(toStringOrNull(r.statedOn), 10) <= toString(date(left(toStringOrNull(r.statedOn), 7)) + duration('P1M-1D')))
         THEN replace(left(toStringOrNull(r.statedOn), 10), '.0', '') <= left($to, size(replace(toStringOrNull(r.statedOn), '.0', '')))
         ELSE true END)
WITH DISTINCT n
RETURN elementId(n) AS elementId, labels(n) AS labels, properties(n) AS properties, COUNT { (n)--() } AS degree
ORDER BY degree DESC, coalesce(n.id, elementId(n))
LIMIT $limit
