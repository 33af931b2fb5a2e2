// The date that a value means, whole or partial: a time is its day, 2010.0 is 2010; null for what cannot be read as one.
// The days of a month are asked of the calendar only where it may lack one. `readDate` says the same in the server.
// @param value Any What an edge has as a date: text, a temporal value, a year as a number.
// @returns text of 4, 7 or 10 characters, or null
CASE WHEN toStringOrNull($value) =~ '[0-9]{4}([.]0|-(0[1-9]|1[0-2])(-(?!00)[0-3][0-9].*)?)?'
          AND (substring(toStringOrNull($value), 8, 2) <= '28'
               OR left(toStringOrNull($value), 10) <= toString(date(left(toStringOrNull($value), 7)) + duration('P1M-1D')))
     THEN replace(left(toStringOrNull($value), 10), '.0', '') END
