// What was coded from each paragraph of a source?
// Read it beside the source: every claim under the paragraph it comes from, in our words.
// @param source Key<Source> The id of the source.
// @returns paragraph, from, type, to, claim, modality, confidence
MATCH (a)-[r]->(b)
WHERE r.source = $source
RETURN r.paragraph AS paragraph, a.name AS from, type(r) AS type, b.name AS to, r.claim AS claim,
  r.modality AS modality, r.confidence AS confidence
ORDER BY paragraph, from, type, to
