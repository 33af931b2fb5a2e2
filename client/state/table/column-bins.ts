import { dateText, readDate } from '../../../server/core/model/dates.ts';
import type { ColumnFilter } from './column-filter.ts';
import type { Column } from './table.ts';

/** A bar of the histogram over a column's filter: its ends, as the filter writes them, and how many are between. */
export interface ColumnBin {
  from: string;
  to: string;
  count: number;
}

const MOST_BINS = 24;

/** How a column's values are spread, in bars of equal width without gaps; none where there are fewer than two. */
export function columnBins<T>(elements: readonly T[], column: Column<T>): ColumnBin[] {
  const value = column.order ?? column.cell;
  if (column.kind === 'date') {
    const dates = elements.flatMap((each) => readDate(dateText(value(each))) ?? []);
    return dateBins(dates);
  }
  const numbers = elements.flatMap((each) => {
    const number = value(each);
    return typeof number === 'number' && Number.isFinite(number) ? [number] : [];
  });
  return numberBins(numbers);
}

function numberBins(numbers: readonly number[]): ColumnBin[] {
  const [least, most] = endsOf(numbers);
  // Of numbers too far apart or too near to each other for it, nothing is drawn.
  if (!(most > least && most - least < Infinity && most - least > 1e-300)) return [];
  const whole = numbers.every(Number.isInteger);
  const step = whole
    ? Math.max(1, roundStep((most - least + 1) / MOST_BINS))
    : roundStep((most - least) / MOST_BINS);
  const first = Math.floor(least / step);
  // A fraction on the border of two bars is in both ranges: it is counted in the first, as a range holds both its ends.
  const placeOf = (number: number) =>
    whole ? Math.floor(number / step) - first : Math.max(0, Math.ceil(number / step) - 1 - first);
  return counted(numbers.map(placeOf), (place) => [
    written((first + place) * step),
    written((first + place + 1) * step - (whole ? 1 : 0)),
  ]);
}

/** By days, months or years: the finest of which there are not too many, several years together where need be. */
function dateBins(dates: readonly string[]): ColumnBin[] {
  if (new Set(dates).size < 2) return [];
  const length = dates.some((date) => date.length === 4) ? 4 : 7;
  const months = dates.map((date) => monthsOf(date));
  const [least, most] = endsOf(months);
  if (length === 7 && most - least < MOST_BINS)
    return counted(
      months.map((month) => month - least),
      (place) => [monthText(least + place), monthText(least + place)],
    );
  const years = months.map((month) => Math.floor(month / 12));
  const [start, end] = endsOf(years);
  const step = Math.max(1, roundStep((end - start + 1) / MOST_BINS));
  const first = Math.floor(start / step);
  return counted(
    years.map((year) => Math.floor(year / step) - first),
    (place) => [yearText((first + place) * step), yearText((first + place + 1) * step - 1)],
  );
}

function counted(places: readonly number[], endsAt: (place: number) => [string, string]): ColumnBin[] {
  const counts = Array.from({ length: endsOf(places)[1] + 1 }, () => 0);
  for (const place of places) counts[place] = (counts[place] ?? 0) + 1;
  return counts.map((count, place) => {
    const [from, to] = endsAt(place);
    return { from, to, count };
  });
}

function endsOf(numbers: readonly number[]): [least: number, most: number] {
  return numbers.reduce<[number, number]>(
    ([least, most], each) => [Math.min(least, each), Math.max(most, each)],
    [Infinity, -Infinity],
  );
}

/** The next of 1, 2, 5, 10, 20 and so on, and of their fractions. */
function roundStep(width: number): number {
  const unit = 10 ** Math.floor(Math.log10(width));
  return ([1, 2, 5].find((each) => each * unit >= width * (1 - 1e-9)) ?? 10) * unit;
}

const written = (number: number) => String(Number(number.toPrecision(12)));
const monthsOf = (date: string) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7) || 1) - 1;
const yearText = (year: number) => String(Math.max(0, year)).padStart(4, '0');
const monthText = (month: number) =>
  `${yearText(Math.floor(month / 12))}-${String((month % 12) + 1).padStart(2, '0')}`;

/** Which bars a filter takes in, wholly or in part: the first and the last. */
export function binsTaken(
  bins: readonly ColumnBin[],
  { from, to }: ColumnFilter,
  kind: Column<never>['kind'],
): [number, number] {
  const isBefore = (a: string, b: string) =>
    kind === 'date' ? a < b.slice(0, a.length) : Number(a) < Number(b);
  const first = from ? bins.findIndex((bin) => !isBefore(bin.to, from)) : 0;
  const last = to ? bins.findLastIndex((bin) => !isBefore(to, bin.from)) : bins.length - 1;
  return [first < 0 ? bins.length - 1 : first, Math.max(0, last)];
}
