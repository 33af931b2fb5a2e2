// Who is absent from what, and who goes instead?
// An absence is coded only where attendance would have been expected. Where somebody goes instead, the
// substitute is named; an empty cell means that the source names none.
// @returns absent, event, since, modality, substitute, claim
MATCH (absent:Actor)-[r:ABSENT_FROM]->(event:Event)
OPTIONAL MATCH (substitute:Actor)-[:SUBSTITUTES_FOR]->(absent)
WHERE EXISTS { (substitute)-[:ATTENDS]->(event) }
RETURN absent.name AS absent, event.name AS event, r.since AS since, r.modality AS modality,
  substitute.name AS substitute, r.claim AS claim
ORDER BY event, absent, r.paragraph
