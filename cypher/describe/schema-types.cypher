// Every relationship type, with the sign written on its edges, and how many there are.
// @returns type, sign (or null), count
MATCH ()-[r]->()
RETURN type(r) AS type, r.sign AS sign, count(*) AS count
ORDER BY type, sign
