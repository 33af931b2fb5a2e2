// Whether two nodes share an id although each label guarantees it to be unique.
// @param idLabels LABELS The labels that guarantee it.
// @returns id: one such id, or no row
MATCH (n:$any($idLabels))
WITH n.id AS id, count(*) AS count
WHERE count > 1
RETURN id
LIMIT 1
