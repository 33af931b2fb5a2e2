const PLAIN = /^[+\-−]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i;
const COMMA = /^[+\-−]?(?:\d+|\d{1,3}(?:[. \u00a0\u202f]\d{3})+)(?:,\d+)?$/;
const GROUPED = /^[+\-−]?\d{1,3}(?:[, \u00a0\u202f']\d{3})+(?:\.\d+)?$/;
/** A zero before other digits is part of a code, such as 06897. */
const CODE = /^[+\-−]?0\d/;

/** How a table writes its numbers: with a point or with a comma before the fraction. */
export type Decimal = '.' | ',';

/** The number that a text is; undefined where it is none. Codes such as `06897` are none. */
export function numberOf(text: string, decimal: Decimal = '.'): number | undefined {
  const given = text.trim();
  if (given === '' || CODE.test(given)) return undefined;
  const asPlain = given.replace('−', '-');
  if (PLAIN.test(given)) return decimal === ',' && GROUPS.test(given) ? thousands(asPlain) : Number(asPlain);
  if (decimal === ',' && COMMA.test(given))
    return Number(asPlain.replaceAll(/[. \u00a0\u202f]/g, '').replace(',', '.'));
  if (decimal === '.' && GROUPED.test(given)) return Number(asPlain.replaceAll(/[, \u00a0\u202f']/g, ''));
  return undefined;
}

/** Where a comma marks the fraction, a point before three digits parts thousands. */
const GROUPS = /^[+\-−]?\d{1,3}\.\d{3}$/;
const thousands = (text: string) => Number(text.replace('.', ''));

/** Whether texts of a table mark fractions with a comma: some do so, and none with a point. */
export function decimalOf(texts: Iterable<string>): Decimal {
  let comma = false;
  for (const text of texts) {
    if (/^[+\-−]?\d+\.\d+$/.test(text) && !GROUPS.test(text)) return '.';
    if (/^[+\-−]?\d+(?:\.\d{3})*,\d+$/.test(text)) comma ||= !/^[+\-−]?\d{1,3}(?:,\d{3})+$/.test(text);
  }
  return comma ? ',' : '.';
}
