// Finds the nodes of the label Event that a data set loaded.
// @returns nothing
CREATE INDEX event_data_set IF NOT EXISTS
FOR (n:Event) ON (n.dataSet)
