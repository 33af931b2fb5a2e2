// Whether an edge has begun by a day, or has no begin that can be read.
// @param edge Relationship The edge.
// @param when String `held`, `said`, or null for what is known.
// @param day String A whole date; null for any.
// @param dated Boolean Whether it must have a begin that can be read.
// @returns true or false
all(begun IN [@begin($edge, $when)]
    WHERE CASE WHEN begun IS NULL THEN NOT $dated ELSE coalesce(begun <= left($day, size(begun)), true) END)
