import { readDate } from '../../model/dates.ts';
import type { Properties } from '../../model/graph.ts';
import { valuesAt } from '../../view/narrow.ts';
import type { Range, Test } from './rule.ts';

/** Whether any of the values that something has passes a test. */
export function fits(test: Test, values: readonly unknown[]): boolean {
  if ('is' in test) return values.some((value) => String(value) === test.is);
  if ('oneOf' in test) return values.some((value) => test.oneOf.includes(String(value)));
  return values.some((value) => isWithin(value, test));
}

/** The values of a property as a test takes them: numbers as they are, a list one by one. */
export function valuesOf(properties: Properties, name: string): readonly unknown[] {
  const value = Object.hasOwn(properties, name) ? properties[name] : undefined;
  return typeof value === 'number' ? [value] : valuesAt(properties, name);
}

/** Dates are in a range of dates, wholly or in part, and in one of years, which are written as numbers are. */
function isWithin(value: unknown, { from, to }: Range): boolean {
  if (typeof value === 'number' && typeof (from ?? to) === 'number')
    return (from === undefined || value >= Number(from)) && (to === undefined || value <= Number(to));
  const date = readDate(value);
  if (date === undefined) return false;
  const [least, most] = [from, to].map((end) => (end === undefined ? undefined : String(end)));
  return (
    (least === undefined || date.slice(0, least.length) >= least.slice(0, date.length)) &&
    (most === undefined || date.slice(0, most.length) <= most.slice(0, date.length))
  );
}
