// Whether an edge is not over before a day, or has no end that can be read.
// @param edge Relationship The edge.
// @param day String A whole date.
// @returns true or false
all(ended IN [@date($edge.until)] WHERE CASE WHEN ended IS NULL THEN true ELSE ended >= left($day, size(ended)) END)
