// The dates that edges speak of.
// @returns date: each different one, as text
MATCH ()-[r]->()
UNWIND [r.since, r.until, r.statedOn] AS date
WITH DISTINCT toStringOrNull(date) AS date
WHERE date IS NOT NULL
RETURN date
ORDER BY date
