import { isDate, isDateTime, isDuration, isLocalDateTime, isLocalTime, isTime } from 'neo4j-driver';
import type { TextType } from '../../core/model/typed-value.ts';

/** The type of a temporal value of the driver; undefined for all else. */
export function temporalType(value: object): TextType | undefined {
  if (isDate(value)) return 'Date';
  if (isDateTime(value)) return value.timeZoneId ? 'ZonedDateTime' : 'OffsetDateTime';
  if (isLocalDateTime(value)) return 'LocalDateTime';
  if (isTime(value)) return 'Time';
  if (isLocalTime(value)) return 'LocalTime';
  return isDuration(value) ? 'Duration' : undefined;
}

/** A temporal value of the driver as ISO 8601. The driver writes a day as `P1DT`, which no one reads, Neo4j included. */
export function temporalText(value: object): string {
  return isDuration(value) ? String(value).replace(/T$/, '') : String(value);
}
