import * as z from 'zod/mini';

const PATTERN = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/**
 * Whether `text` is a real ISO 8601 calendar date, whole or partial: `2025`, `2025-10` or `2025-10-07`.
 */
export function isPartialDate(text: string): boolean {
  const match = PATTERN.exec(text);
  if (!match) return false;
  const [year = 0, month = 1, day = 1] = match.slice(1).map((part) => (part ? Number(part) : undefined));
  // The calendar comes again every 400 years; the day 0 of a month is the last of the one before.
  return (
    month > 0 &&
    month < 13 &&
    day > 0 &&
    day <= new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate()
  );
}

/**
 * A date of an edge as text, whole or partial where it is a real one. Some data write a year as a whole number: one
 * from 1000 to 9999 is that year. Undefined for anything else than text and years.
 */
export function dateText(value: unknown): string | undefined {
  if (typeof value === 'string') return value || undefined;
  const isYear = Number.isInteger(value) && Number(value) >= 1000 && Number(value) <= 9999;
  return isYear ? String(value) : undefined;
}

/** As in the statements that filter by dates: what is after the day may be a time. */
const READ = /^\d{4}(?:\.0|-(?:0[1-9]|1[0-2])(?:-(?!00)[0-3]\d.*)?)?$/;

/**
 * The date that a value of an edge means, whole or partial: a time is its day, `2010.0` is 2010. Undefined for what
 * cannot be read as one, such as `in spring`, 7, a list or a day that its month lacks: filters, axes and orders take
 * that for no date.
 */
export function readDate(value: unknown): string | undefined {
  const text = typeof value === 'number' ? String(value) : value;
  if (typeof text !== 'string' || !READ.test(text)) return undefined;
  // Every month has 28 days, and asking the calendar takes longer than all else.
  if (text.slice(8, 10) > '28' && !isPartialDate(text.slice(0, 10))) return undefined;
  return text.slice(0, 10).replace('.0', '');
}

/** The dates that an edge may carry, of any kind of value. */
export interface EdgeDates {
  since?: unknown;
  until?: unknown;
  statedOn?: unknown;
}

/** What the dates of an edge are read as: when it held, when it was said, or what is known of both. */
export type When = 'held' | 'said' | undefined;

/** The date at which an edge is over; what was said is over with its day. */
export function endOf({ until, statedOn }: EdgeDates, when?: When): string | undefined {
  return readDate(when === 'said' ? statedOn : until);
}

/**
 * The date from which an edge is known to hold, whole or partial: `since`, else the day it was stated, which is the
 * latest on which it can have begun; what was over before it was stated began by its end. Undefined where nothing can
 * be read. By when it held, only what is said of that counts, by when it was said, only that day.
 * `cypher/fragment/begin.cypher` says the same to the database.
 */
export function beginOf({ since, until, statedOn }: EdgeDates, when?: When): string | undefined {
  if (when === 'said') return readDate(statedOn);
  const begun = readDate(since);
  if (begun !== undefined) return begun;
  const [stated, ended] = [readDate(statedOn), readDate(until)];
  if (when === 'held') return ended;
  const endedBefore = stated !== undefined && ended !== undefined && ended < stated.slice(0, ended.length);
  return endedBefore ? ended : stated;
}

/**
 * The first and last day that a partial date may mean: `2025-10` spans 2025-10-01 to 2025-10-31.
 * Takes a date for which {@link isPartialDate} holds.
 */
export function spanOf(partial: string): { first: string; last: string } {
  if (partial.length === 4) return { first: `${partial}-01-01`, last: `${partial}-12-31` };
  if (partial.length === 10) return { first: partial, last: partial };
  const [year, month] = partial.split('-').map(Number) as [number, number];
  const lastDay = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return { first: `${partial}-01`, last: `${partial}-${String(lastDay).padStart(2, '0')}` };
}

export const NO_DATE = 'is not a calendar date; write 2025, 2025-10 or 2025-10-07';
export const partialDate = z.string().check(
  z.refine(isPartialDate, NO_DATE),
  z.meta({
    description: 'A calendar date, whole or partial: 2025, 2025-10 or 2025-10-07.',
    pattern: PATTERN.source,
    examples: ['2025-10'],
  }),
);
