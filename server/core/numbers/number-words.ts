/** Whole numbers below this are written as they are: most of four digits are years. */
const LEAST_ROUNDED = 10_000;

/** A number of the data, rounded to so many significant digits but where it is a year or smaller. */
export function numberInWords(value: number, digits = 3): string {
  if (Number.isInteger(value) && Math.abs(value) < LEAST_ROUNDED) return String(value);
  const rounded = Number(value.toPrecision(digits));
  if (Math.abs(rounded) < 1_000) return String(rounded);
  return rounded.toLocaleString('en-GB', { maximumSignificantDigits: digits });
}
