// The property keys of each label and the types of their values.
// @returns name (label), key, types
CALL db.schema.nodeTypeProperties() YIELD nodeLabels, propertyName, propertyTypes
UNWIND nodeLabels AS name
WITH name, propertyName AS key, propertyTypes
WHERE key IS NOT NULL
UNWIND propertyTypes AS type
WITH name, key, type ORDER BY name, key, type
RETURN name, key, collect(DISTINCT type) AS types
