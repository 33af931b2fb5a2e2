// Who has promised what, and what stands in the way?
// Each commitment with those who made it, what contradicts it and who opposes it. An empty list means that no
// source names any, not that there is none.
// @returns promise, given by, contradicted by, opposed by
MATCH (giver:Actor)-[:COMMITTED_TO]->(promise:Issue)
WITH promise, giver.name AS giver ORDER BY giver
WITH promise, collect(DISTINCT giver) AS givenBy
OPTIONAL MATCH (against:Issue)-[:CONTRADICTS]->(promise)
OPTIONAL MATCH (opponent:Actor)-[o]->(promise) WHERE o.sign = -1
RETURN promise.name AS promise, givenBy, collect(DISTINCT against.name) AS contradictedBy,
  collect(DISTINCT opponent.name) AS opposedBy
ORDER BY promise
