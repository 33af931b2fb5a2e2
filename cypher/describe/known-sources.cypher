// The sources that edges name.
// @returns name
MATCH ()-[r]->()
WHERE r.source IS NOT NULL
RETURN DISTINCT toString(r.source) AS name
ORDER BY name
