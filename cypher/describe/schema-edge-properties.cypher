// The property keys of each relationship type and the types of their values.
// @returns name (relationship type in backticks), key, types
CALL db.schema.relTypeProperties() YIELD relType, propertyName, propertyTypes
WITH relType AS name, propertyName AS key, propertyTypes
WHERE key IS NOT NULL
RETURN name, key, propertyTypes AS types
ORDER BY name, key
