// How are two actors connected?
// All shortest ways between them, whatever the direction and the type of the edges. Read the types along the
// way: a way over an event or an issue means something else than one over other actors.
// @param from Key<Actor> The id of the one.
// @param to Key<Actor> The id of the other.
// @returns path
MATCH (a:Actor {id: $from}), (b:Actor {id: $to})
MATCH path = allShortestPaths((a)-[*..8]-(b))
RETURN path
ORDER BY [r IN relationships(path) | r.id]
