// No two nodes of the label Actor share an id.
// @returns nothing
CREATE CONSTRAINT actor_id IF NOT EXISTS
FOR (n:Actor) REQUIRE n.id IS UNIQUE
