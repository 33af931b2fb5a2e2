// Who opposes what others support?
// One actor supports an issue and the other opposes it. Read the claims side by side before calling it a
// dispute: a stance that is only inferred or proposed weighs less than one that is stated.
// @returns supporter, opponent, issue, for (claim), against (claim), firmness (confidence of both)
MATCH (a:Actor)-[r]->(issue:Issue)<-[s]-(b:Actor)
WHERE r.sign = 1 AND s.sign = -1
RETURN a.name AS supporter, b.name AS opponent, issue.name AS issue, r.claim AS for, s.claim AS against,
  r.confidence + ' / ' + s.confidence AS firmness
ORDER BY issue, supporter, opponent
