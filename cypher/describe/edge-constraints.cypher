// Which relationship types guarantee that the id property of their edges is unique.
// @returns name: the relationship type
SHOW CONSTRAINTS YIELD type, entityType, labelsOrTypes, properties
WHERE entityType = 'RELATIONSHIP' AND properties = ['id'] AND (type CONTAINS 'UNIQUE' OR type CONTAINS 'KEY')
RETURN labelsOrTypes[0] AS name
ORDER BY name
