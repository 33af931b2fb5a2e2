// How have stances on an issue developed over time?
// Every stance on the issue in order of date: when it began, or else when it was stated.
// Rows without a date come last, as the source does not date them.
// @param issue Key<Issue> The id of the issue.
// @returns date, actor, stance (for or against), modality, confidence, claim
MATCH (actor:Actor)-[r]->(issue:Issue {id: $issue})
WHERE r.sign <> 0
RETURN coalesce(r.since, r.statedOn) AS date, actor.name AS actor,
  CASE r.sign WHEN 1 THEN 'for' ELSE 'against' END AS stance, r.modality AS modality,
  r.confidence AS confidence, r.claim AS claim
ORDER BY date IS NULL, date, actor, claim
