// Which claims are contested or only inferred?
// What a source states outright is left out. An inferred claim follows from the text without being said in it;
// a contested one is doubted by the source or by somebody in it. Check these against the source first.
// @param confidence String contested or inferred.
// @example confidence "contested"
// @returns from, type, to, claim, asserted by, paragraph
MATCH (a)-[r]->(b)
WHERE r.confidence = $confidence
OPTIONAL MATCH (asserter:Actor|Source {id: r.assertedBy})
RETURN a.name AS from, type(r) AS type, b.name AS to, r.claim AS claim,
  coalesce(asserter.name, r.assertedBy) AS assertedBy, r.paragraph AS paragraph
ORDER BY paragraph, from, type, to
