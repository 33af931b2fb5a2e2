// Who mediates between whom?
// A mediator goes between the parties that attend the same event. The modality says whether this has
// happened or is only proposed; in a contested row somebody doubts the mediation or its impartiality.
// @returns mediator, event, parties, modality, confidence, claim
MATCH (mediator:Actor)-[m:MEDIATES]->(event:Event)
OPTIONAL MATCH (party:Actor)-[:ATTENDS]->(event)
WITH mediator, m, event, party ORDER BY party.name
RETURN mediator.name AS mediator, event.name AS event, collect(DISTINCT party.name) AS parties,
  m.modality AS modality, m.confidence AS confidence, m.claim AS claim
ORDER BY mediator, event
