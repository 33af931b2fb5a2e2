// Whose word does the picture rest on?
// How many claims each asserter accounts for, and how many of them are about itself. A picture that rests on
// one voice is that voice's picture.
// @returns asserter, claims, about itself, stated, inferred, contested
MATCH (a)-[r]->(b)
WHERE r.assertedBy IS NOT NULL
OPTIONAL MATCH (asserter:Actor|Source {id: r.assertedBy})
RETURN coalesce(asserter.name, r.assertedBy) AS asserter, count(r) AS claims,
  sum(CASE WHEN a.id = r.assertedBy OR b.id = r.assertedBy THEN 1 ELSE 0 END) AS aboutItself,
  sum(CASE r.confidence WHEN 'stated' THEN 1 ELSE 0 END) AS stated,
  sum(CASE r.confidence WHEN 'inferred' THEN 1 ELSE 0 END) AS inferred,
  sum(CASE r.confidence WHEN 'contested' THEN 1 ELSE 0 END) AS contested
ORDER BY claims DESC, asserter
