// The edges among given nodes that pass the filters.
// @param elementIds List<String> The nodes.
// @param types List<String> Keep edges of these relationship types; null keeps all.
// @param modalities List<String> Keep edges of these modalities; null keeps all.
// @param confidences List<String> Keep edges of these confidences; null keeps all.
// @param sources List<String> Keep edges coded from these sources; null keeps all.
// @param from String Keep edges not over before this day, or without an end that can be read; null keeps all.
// @param to String Keep edges begun by this day, or without a begin that can be read; null keeps all.
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
RETURN elementId(r) AS elementId, type(r) AS type, elementId(a) AS source, elementId(b) AS target, properties(r) AS properties
ORDER BY coalesce(r.id, elementId(r))
LIMIT $limit
