// The date from which an edge is known to hold: since when, else the day it was stated, or its end if that was earlier.
// `beginOf` says the same in the server and the page.
// @param edge Relationship The edge.
// @returns text of 4, 7 or 10 characters, or null where nothing can be read
coalesce(@date($edge.since), head([each IN [{stated: @date($edge.statedOn), ended: @date($edge.until)}] |
  CASE WHEN each.ended < left(each.stated, coalesce(size(each.ended), 0)) THEN each.ended ELSE each.stated END]))
