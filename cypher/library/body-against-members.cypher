// Where does a body take another stand than somebody in it or at its head?
// A body's position is not its members' position. Each row is an issue on which both have a stand of their own;
// equal signs mean that they agree on it.
// @returns body, its stand, person, their stand, issue, agree
MATCH (person:Actor)-[:LEADS|MEMBER_OF]->(body:Actor)
MATCH (body)-[r]->(issue:Issue)<-[s]-(person)
WHERE r.sign <> 0 AND s.sign <> 0
RETURN body.name AS body, r.sign AS bodyStand, person.name AS person, s.sign AS personStand, issue.name AS issue,
  r.sign = s.sign AS agree
ORDER BY body, person, issue
