// The date from which an edge is known to hold: since when, else the day it was stated, or its end if that was earlier.
// By when it held only, what is said of that: since when, else its end; by when it was said, the day it was stated.
// `beginOf` says the same in the server and the page.
// @param edge Relationship The edge.
// @param when String `held`, `said`, or null for what is known.
// @returns text of 4, 7 or 10 characters, or null where nothing can be read
head([each IN [{since: @date($edge.since), stated: @date($edge.statedOn), ended: @date($edge.until)}] |
  CASE $when WHEN 'said' THEN each.stated WHEN 'held' THEN coalesce(each.since, each.ended) ELSE coalesce(each.since,
    CASE WHEN each.ended < left(each.stated, coalesce(size(each.ended), 0)) THEN each.ended ELSE each.stated END) END])
