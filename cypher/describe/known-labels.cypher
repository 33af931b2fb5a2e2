// The labels in use.
// @returns name
CALL db.labels() YIELD label
RETURN label AS name
ORDER BY name
