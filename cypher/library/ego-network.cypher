// What surrounds an actor?
// The actor, everybody and everything one edge away, and the edges among them; view the answer as a graph.
// @param actor Key<Actor> The id of the actor.
// @returns paths from the actor, and the edges among its neighbours
MATCH (ego:Actor {id: $actor})--(alter)
WITH ego, collect(DISTINCT alter) AS alters
UNWIND [ego] + alters AS a
MATCH (a)-[r]->(b)
WHERE b = ego OR b IN alters
RETURN a AS from, r AS edge, b AS to
ORDER BY r.id
