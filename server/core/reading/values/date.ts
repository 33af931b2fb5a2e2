import { isPartialDate } from '../../model/dates.ts';

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const ISO = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/;
const TIME = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2})?(?:\.\d+)?)\s*(Z|[+-]\d{2}:?\d{2})?$/;
const NUMBERS = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/;
const YEAR_FIRST = /^(\d{4})[./](\d{1,2})[./](\d{1,2})$/;
const WORDS = /^(?:(\d{1,2})\.?\s+([a-z]{3,9})\.?,?\s+(\d{4})|([a-z]{3,9})\.?\s+(\d{1,2}),?\s+(\d{4}))$/i;

/** Which of two numbers before the year is the month. */
export type DateOrder = 'day first' | 'month first';

/**
 * The date that a text means, as the product writes it: `2025`, `2025-10`, `2025-10-07`, or with its time in UTC where
 * it tells one. Undefined for what is no date.
 * @param zone of times without an offset, such as `America/Los_Angeles`; UTC when absent
 */
export function dateOf(text: string, order: DateOrder = 'day first', zone?: string): string | undefined {
  const given = text.trim();
  const time = TIME.exec(given);
  if (time) return timeOf(time, zone);
  const iso = ISO.exec(given) ?? YEAR_FIRST.exec(given) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(given);
  if (iso) return whole(iso[1], iso[2], iso[3]);
  const numbers = NUMBERS.exec(given);
  if (numbers) {
    const [day, month] = order === 'day first' ? [numbers[1], numbers[2]] : [numbers[2], numbers[1]];
    return whole(numbers[3], month, day);
  }
  const words = WORDS.exec(given);
  if (!words) return undefined;
  const month = MONTHS.indexOf((words[2] ?? words[4] ?? '').slice(0, 3).toLowerCase()) + 1;
  return month > 0 ? whole(words[3] ?? words[6], String(month), words[1] ?? words[5]) : undefined;
}

function whole(year = '', month?: string, day?: string): string | undefined {
  const text = [year, month?.padStart(2, '0'), day?.padStart(2, '0')].filter(Boolean).join('-');
  return isPartialDate(text) ? text : undefined;
}

function timeOf([, day = '', clock = '', offset]: RegExpExecArray, zone?: string): string | undefined {
  const long = clock.length === 5 ? `${clock}:00` : clock;
  const utc = new Date(`${day}T${long}${offset ?? 'Z'}`);
  if (Number.isNaN(utc.getTime())) return undefined;
  const moved = offset === undefined && zone ? new Date(utc.getTime() - offsetOf(zone, utc)) : utc;
  const iso = moved.toISOString();
  return iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : iso.replace('.000Z', 'Z');
}

/** How far a zone is before UTC at a time, in milliseconds; 0 for what is no zone. */
function offsetOf(zone: string, at: Date): number {
  const fixed = /^[+-](\d{2}):?(\d{2})$/.exec(zone);
  if (fixed) return (zone.startsWith('-') ? -1 : 1) * (Number(fixed[1]) * 60 + Number(fixed[2])) * 60_000;
  try {
    const parts = new Intl.DateTimeFormat('sv-SE', {
      timeZone: zone,
      dateStyle: 'short',
      timeStyle: 'medium',
    });
    return (
      new Date(`${parts.format(at).replace(' ', 'T')}Z`).getTime() - Math.floor(at.getTime() / 1000) * 1000
    );
  } catch {
    return 0;
  }
}

/** The order of a column's dates: one whose first number is never above 12, and the second is, has the month first. */
export function orderOf(texts: Iterable<string>): DateOrder {
  let monthFirst = false;
  for (const text of texts) {
    const [, first, second] = NUMBERS.exec(text.trim()) ?? [];
    if (Number(first) > 12) return 'day first';
    if (Number(second) > 12) monthFirst = true;
  }
  return monthFirst ? 'month first' : 'day first';
}

/** The time that seconds or milliseconds since 1970 mean; undefined for what lies before 1980 or after 2100. */
export function unixTime(number: number): string | undefined {
  const milliseconds = number > 1e11 ? number : number * 1000;
  if (milliseconds < 315_532_800_000 || milliseconds > 4_102_444_800_000) return undefined;
  return new Date(milliseconds).toISOString().replace('.000Z', 'Z');
}
