// No two edges of a relationship type share an id.
// @param type NAME The relationship type.
// @returns nothing
CREATE CONSTRAINT IF NOT EXISTS
FOR ()-[r:$($type)]-() REQUIRE r.id IS UNIQUE
