// Who meets whom?
// Pairs of actors that attend the same event, with the events. Only attendance that took place is counted unless
// you ask for a modality such as scheduled; absences are never counted.
// @param modality String actual for what happened; scheduled, expected or proposed for what may.
// @example modality "actual"
// @returns actor, other, events
MATCH (a:Actor)-[r:ATTENDS]->(event:Event)<-[s:ATTENDS]-(b:Actor)
WHERE a.id < b.id AND r.modality = $modality AND s.modality = $modality
WITH a, b, event.name AS event ORDER BY event
RETURN a.name AS actor, b.name AS other, collect(DISTINCT event) AS events
ORDER BY size(events) DESC, actor, other
