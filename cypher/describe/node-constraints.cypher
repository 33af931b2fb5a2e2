// Which labels guarantee that the id property of their nodes is unique.
// @returns name: the label
SHOW CONSTRAINTS YIELD type, entityType, labelsOrTypes, properties
WHERE entityType = 'NODE' AND properties = ['id'] AND (type CONTAINS 'UNIQUE' OR type CONTAINS 'KEY')
RETURN labelsOrTypes[0] AS name
ORDER BY name
