// Where does an organisation take a different stance from its members or its head?
// An organisation's stance is not its members' stance. Each row is an issue on which both take one of their own;
// equal signs mean that they agree on it.
// @returns body, its stance, person, their stance, issue, agree
MATCH (person:Actor)-[:LEADS|MEMBER_OF]->(body:Actor)
MATCH (body)-[r]->(issue:Issue)<-[s]-(person)
WHERE r.sign <> 0 AND s.sign <> 0
RETURN body.name AS body, r.sign AS bodyStance, person.name AS person, s.sign AS personStance, issue.name AS issue,
  r.sign = s.sign AS agree
ORDER BY body, person, issue
