// What is scheduled, expected, announced, proposed or hypothetical?
// Everything that the sources do not report as fact, ordered by how far from fact it is. None of it should be
// counted as having happened.
// @returns modality, from, type, to, claim, paragraph
MATCH (a)-[r]->(b)
WHERE r.modality IS NOT NULL AND r.modality <> 'actual'
RETURN r.modality AS modality, a.name AS from, type(r) AS type, b.name AS to, r.claim AS claim, r.paragraph AS paragraph
ORDER BY modality, paragraph, from, type, to
