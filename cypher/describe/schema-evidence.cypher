// How the edges divide by modality, confidence and source.
// @returns modality, confidence, source (each may be null), count
MATCH ()-[r]->()
WHERE r.modality IS NOT NULL OR r.confidence IS NOT NULL OR r.source IS NOT NULL
RETURN toString(r.modality) AS modality, toString(r.confidence) AS confidence, toString(r.source) AS source, count(*) AS count
ORDER BY modality, confidence, source
