// Which actors bridge the two sides of an issue?
// An actor connected, by any type of edge, to somebody for the issue and to somebody against it. The more of
// each, the more clearly it bridges them; being connected to both does not mean being neutral.
// @param issue Key<Issue> The id of the issue.
// @returns bridge, supporters (connected actors in favour), opponents (connected actors opposed)
MATCH (issue:Issue {id: $issue})
MATCH (supporter:Actor)-[r]->(issue) WHERE r.sign = 1
MATCH (supporter)--(bridge:Actor)
WITH issue, bridge, collect(DISTINCT supporter.name) AS supporters
MATCH (opponent:Actor)-[s]->(issue) WHERE s.sign = -1
MATCH (opponent)--(bridge)
WHERE opponent <> bridge
WITH bridge, supporters, opponent.name AS name ORDER BY name
WITH bridge, supporters, collect(DISTINCT name) AS opponents
RETURN bridge.name AS bridge, supporters, opponents
ORDER BY size(supporters) + size(opponents) DESC, bridge
