// Whether two edges share an id although each relationship type guarantees it to be unique.
// @param idTypes TYPES The relationship types that guarantee it.
// @returns id: one such id, or no row
MATCH ()-[r:$any($idTypes)]->()
WHERE r.id IS NOT NULL
WITH r.id AS id, count(*) AS count
WHERE count > 1
RETURN id
LIMIT 1
