// What is scheduled, expected, announced, proposed or merely possible?
// Everything that the sources do not report as fact, by how far from fact it is. None of it may be counted
// among what happened.
// @returns modality, from, type, to, claim, paragraph
MATCH (a)-[r]->(b)
WHERE r.modality IS NOT NULL AND r.modality <> 'actual'
RETURN r.modality AS modality, a.name AS from, type(r) AS type, b.name AS to, r.claim AS claim, r.paragraph AS paragraph
ORDER BY modality, paragraph, from, type, to
