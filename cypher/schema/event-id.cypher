// No two nodes of the label Event share an id.
// @returns nothing
CREATE CONSTRAINT event_id IF NOT EXISTS
FOR (n:Event) REQUIRE n.id IS UNIQUE
