// How have the stands on an issue come about over time?
// Every stand on the issue in the order of its date, which is when it began or else when it was stated.
// Rows without a date come last: they are true at some time that the source does not tell.
// @param issue Key<Issue> The id of the issue.
// @returns date, actor, stand (for or against), modality, confidence, claim
MATCH (actor:Actor)-[r]->(issue:Issue {id: $issue})
WHERE r.sign <> 0
RETURN coalesce(r.since, r.statedOn) AS date, actor.name AS actor,
  CASE r.sign WHEN 1 THEN 'for' ELSE 'against' END AS stand, r.modality AS modality,
  r.confidence AS confidence, r.claim AS claim
ORDER BY date IS NULL, date, actor, claim
