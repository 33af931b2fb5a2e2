import { csvCell, csvLines, neutralised } from '../../server/contract/formats/csv-cell.ts';
import { folded } from '../../server/contract/views/text-match.ts';
import type { Column } from './table.ts';

/** The elements in any of whose cells a text occurs, whatever its case and accents. */
export function elementsWith<T>(
  elements: readonly T[],
  columns: readonly Column<T>[],
  text: string,
): readonly T[] {
  const wanted = folded(text.trim());
  if (wanted === '') return elements;
  // Of many elements most have a text that others have too.
  const known = new Map<string | number, boolean>();
  const has = (value: string | number) => {
    const found = known.get(value) ?? folded(String(value)).includes(wanted);
    known.set(value, found);
    return found;
  };
  return elements.filter((element) => columns.some(({ cell }) => has(cell(element))));
}

/** Elements as CSV (RFC 4180), safe to open in a spreadsheet; dates as data have them. */
export function elementsAsCsv<T>(columns: readonly Column<T>[], elements: readonly T[]): string {
  return csvLines(linesOf(columns, elements).map((line) => line.map((cell) => csvCell(`${cell}`))));
}

/** Elements to be pasted into a spreadsheet: tabs between cells, none and no line break within. */
export function elementsAsTsv<T>(columns: readonly Column<T>[], elements: readonly T[]): string {
  const cell = (value: string | number) => neutralised(String(value)).replace(/[\t\r\n]+/g, ' ');
  return linesOf(columns, elements)
    .map((line) => line.map(cell).join('\t'))
    .join('\n');
}

function linesOf<T>(columns: readonly Column<T>[], elements: readonly T[]): (string | number)[][] {
  return [
    columns.map(({ title }) => title),
    ...elements.map((element) => columns.map((column) => (column.data ?? column.cell)(element))),
  ];
}
