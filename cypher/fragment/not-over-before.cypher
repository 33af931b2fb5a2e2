// Whether an edge is not over before a day, or has no end that can be read. What was said is over with its day.
// @param edge Relationship The edge.
// @param when String `held`, `said`, or null for what is known.
// @param day String A whole date.
// @returns true or false
all(ended IN [value IN [CASE $when WHEN 'said' THEN $edge.statedOn ELSE $edge.until END] | @date(value)]
    WHERE CASE WHEN ended IS NULL THEN true ELSE ended >= left($day, size(ended)) END)
