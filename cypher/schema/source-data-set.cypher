// Finds the nodes of the label Source that a data set loaded.
// @returns nothing
CREATE INDEX source_data_set IF NOT EXISTS
FOR (n:Source) ON (n.dataSet)
