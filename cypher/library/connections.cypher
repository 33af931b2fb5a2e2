// How are two actors connected?
// All shortest paths between them, regardless of the direction and type of the edges. Read the types along a
// path: one through an event or an issue means something different from one through other actors.
// @param from Key<Actor> The id of the first actor.
// @param to Key<Actor> The id of the second actor.
// @returns path
MATCH (a:Actor {id: $from}), (b:Actor {id: $to})
MATCH path = allShortestPaths((a)-[*..8]-(b))
RETURN path
ORDER BY [r IN relationships(path) | r.id]
