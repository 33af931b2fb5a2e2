// Finds the nodes of the label Issue that a data set loaded.
// @returns nothing
CREATE INDEX issue_data_set IF NOT EXISTS
FOR (n:Issue) ON (n.dataSet)
