// No two nodes of the label Issue share an id.
// @returns nothing
CREATE CONSTRAINT issue_id IF NOT EXISTS
FOR (n:Issue) REQUIRE n.id IS UNIQUE
