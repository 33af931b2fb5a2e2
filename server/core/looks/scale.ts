import { isPartialDate } from '../model/dates.ts';
import { CATEGORIES, SCALE_STEPS } from './palette.ts';

/** A value of a node. */
export type Value = number | string;
/** What a value is called; a number to so many significant digits. */
export type Named = (value: Value, digits?: number) => string;

/** Some values that are drawn alike. */
export interface Step {
  /** Place in a theme's palette. */
  fill: number;
  title: string;
  holds: (value: Value) => boolean;
}

/** Significant digits that numbers are written with where they can be told apart by them, and the most there are. */
const [FEW_DIGITS, ALL_DIGITS] = [3, 15] as const;

/** Whether a text is a date, or a moment, as ISO 8601 has them, whose order in time is that of their letters. */
function isDate(value: Value): boolean {
  return typeof value === 'string' && isPartialDate(value.replace(/T.*$/, ''));
}

/** Whether values have an order of their own: all are numbers, or all are dates. */
export function areOrdered(values: Iterable<Value>): boolean {
  const all = [...values];
  return all.every((value) => typeof value === 'number') || all.every(isDate);
}

/** Steps from little to much, or from early to late, that hold about as many of the values each. */
export function stepsOf(values: readonly Value[], named: Named): Step[] {
  const sorted = [...values].sort((a, b) => (a < b ? -1 : Number(a > b)));
  const ranges = rangesOf(sorted);
  const titles = titlesOf(ranges, named);
  return ranges.map(([, upper], at) => {
    const before = ranges[at - 1]?.[1];
    return {
      fill: CATEGORIES + 1 + Math.round((at * (SCALE_STEPS - 1)) / Math.max(1, ranges.length - 1)),
      title: titles[at] ?? '',
      holds: (value) =>
        typeof value === typeof upper && (before === undefined || value > before) && value <= upper,
    };
  });
}

type Range = readonly [least: Value, most: Value];

function rangesOf(sorted: readonly Value[]): Range[] {
  const distinct = [...new Set(sorted)];
  if (distinct.length <= SCALE_STEPS) return distinct.map((value) => [value, value]);
  const share = (step: number) => sorted[Math.ceil(((step + 1) * sorted.length) / SCALE_STEPS) - 1];
  const bounds = [...new Set(Array.from({ length: SCALE_STEPS }, (_, step) => share(step) ?? 0))];
  return bounds.map((most, at) => {
    const before = bounds[at - 1];
    return [
      before === undefined ? (sorted[0] ?? most) : (distinct.find((each) => each > before) ?? most),
      most,
    ];
  });
}

function titlesOf(ranges: readonly Range[], named: Named): string[] {
  const ends = [...new Set(ranges.flat())];
  const names = new Map(namesOf(ends, named).map((name, at) => [ends[at], name]));
  return ranges.map(([least, most]) =>
    least === most ? `${names.get(most)}` : `${names.get(least)} to ${names.get(most)}`,
  );
}

/** What different values are called, with as few digits as tell each from the others. */
export function namesOf(values: readonly Value[], named: Named): string[] {
  for (let digits: number = FEW_DIGITS; digits < ALL_DIGITS; digits += 1) {
    const names = values.map((value) => named(value, digits));
    if (new Set(names).size === names.length) return names;
  }
  return values.map((value) => named(value, ALL_DIGITS));
}
