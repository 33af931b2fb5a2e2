// Who agrees with whom, and on what?
// Two actors agree on an issue when both support it or both oppose it. Each row is a pair with the issues
// they share. Many shared issues suggest closeness; a pair that shares only one tells little.
// @param minimum Integer At least this many issues on which they agree.
// @example minimum 1
// @returns actor, other, agreements (how many), issues (what they agree on, with the sign)
MATCH (a:Actor)-[r]->(issue:Issue)<-[s]-(b:Actor)
WHERE r.sign <> 0 AND r.sign = s.sign AND a.id < b.id
WITH a, b, collect(DISTINCT CASE r.sign WHEN 1 THEN 'for ' ELSE 'against ' END + issue.name) AS issues
WHERE size(issues) >= $minimum
RETURN a.name AS actor, b.name AS other, size(issues) AS agreements, issues
ORDER BY agreements DESC, actor, other
