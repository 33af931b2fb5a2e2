// No two nodes of the label Source share an id.
// @returns nothing
CREATE CONSTRAINT source_id IF NOT EXISTS
FOR (n:Source) REQUIRE n.id IS UNIQUE
