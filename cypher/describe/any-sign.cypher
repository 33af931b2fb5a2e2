// Whether any edge is said to be support or opposition; no row, and no edge read, where the database has no such property.
// @returns signed
CALL db.propertyKeys() YIELD propertyKey
WITH propertyKey
WHERE propertyKey = 'sign'
RETURN EXISTS { MATCH ()-[r]->() WHERE r.sign IN [1, -1] } AS signed
