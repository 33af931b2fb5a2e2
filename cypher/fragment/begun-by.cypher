// Whether an edge has begun by a day, or has no begin that can be read.
// @param edge Relationship The edge.
// @param when String `held`, `said`, or null for what is known.
// @param day String A whole date.
// @returns true or false
all(begun IN [@begin($edge, $when)] WHERE CASE WHEN begun IS NULL THEN true ELSE begun <= left($day, size(begun)) END)
