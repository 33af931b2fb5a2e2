// The date that a value means, whole or partial: a time is its day, 2010.0 is 2010; null for what cannot be read as one.
// It is written once where it is used: planning a statement takes as long as its text.
// The days of a month are asked of the calendar only where it may lack one. `readDate` says the same in the server.
// @param value Any What an edge has as a date: text, a temporal value, a year as a number.
// @returns text of 4, 7 or 10 characters, or null
head([text IN [toStringOrNull($value)]
  WHERE text =~ '[0-9]{4}([.]0|-(0[1-9]|1[0-2])(-(?!00)[0-3][0-9].*)?)?'
    AND (substring(text, 8, 2) <= '28' OR left(text, 10) <= toString(date(left(text, 7)) + duration('P1M-1D'))) |
  replace(left(text, 10), '.0', '')])
