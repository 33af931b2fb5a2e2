import { BYTE_ORDER_MARK, csvCell, csvLines, neutralised } from '../../../server/core/formats/csv-cell.ts';
import { folded, foldedOnce } from '../../../server/core/view/text-match.ts';
import { forEachSliced } from '../../slices.ts';
import type { Column } from './table.ts';

/** Finds the elements with a text. It rejects with an AbortError when it is cancelled. */
export type Finder<T> = (elements: readonly T[], text: string, signal?: AbortSignal) => Promise<readonly T[]>;

/**
 * Finds elements in any of whose cells a text occurs, whatever its case and accents: in slices, as there may be many,
 * and the sooner the next time.
 */
export function finderIn<T extends object>(columns: readonly Column<T>[]): Finder<T> {
  const foldedRow = foldedOnce<T>((element) => columns.map(({ cell }) => String(cell(element))));
  return async (elements, text, signal) => {
    const wanted = folded(text.trim());
    if (wanted === '') return elements;
    const found: T[] = [];
    const look = (element: T) => {
      if (foldedRow(element).includes(wanted)) found.push(element);
    };
    await forEachSliced(elements, look, signal);
    return found;
  };
}

/** Elements as CSV (RFC 4180), safe to open in a spreadsheet; dates as data have them. */
export function elementsAsCsv<T>(columns: readonly Column<T>[], elements: readonly T[]): string {
  const lines = linesOf(columns, elements).map((line) => line.map((cell) => csvCell(`${cell}`)));
  return BYTE_ORDER_MARK + csvLines(lines);
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
