// Finds the nodes of the label Actor that a data set loaded.
// @returns nothing
CREATE INDEX actor_data_set IF NOT EXISTS
FOR (n:Actor) ON (n.dataSet)
