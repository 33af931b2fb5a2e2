// The date from which an edge is known to hold: since when, else the day it was stated, or its end if that was earlier.
// By when it held only, what is said of that: since when, else its end; by when it was said, the day it was stated.
// `beginOf` says the same in the server and the page.
// @param edge Relationship The edge.
// @param when String `held`, `said`, or null for what is known.
// @returns text of 4, 7 or 10 characters, or null where nothing can be read
head([dates IN [[value IN [$edge.since, $edge.statedOn, $edge.until] | @date(value)]] |
  CASE $when WHEN 'said' THEN dates[1] WHEN 'held' THEN coalesce(dates[0], dates[2]) ELSE coalesce(dates[0],
    CASE WHEN dates[2] < left(dates[1], coalesce(size(dates[2]), 0)) THEN dates[2] ELSE dates[1] END) END])
