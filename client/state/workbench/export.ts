import { BYTE_ORDER_MARK, csvCell, csvLines, neutralised } from '../../../server/core/formats/csv-cell.ts';
import { jsonOf } from '../../../server/core/model/plain-json.ts';
import type { TypedValue } from '../../../server/core/model/typed-value.ts';
import { textOf } from './typed-text.ts';

export interface ResultTable {
  columns: readonly string[];
  rows: readonly (readonly TypedValue[])[];
}

const cellText = (value: TypedValue) => (value.$type === 'Null' ? '' : textOf(value));

/** The rows as CSV (RFC 4180), safe to open in a spreadsheet. */
export function toCsv({ columns, rows }: ResultTable): string {
  const lines = [columns.map(csvCell), ...rows.map((row) => row.map((value) => csvCell(cellText(value))))];
  return BYTE_ORDER_MARK + csvLines(lines);
}

/** The rows for pasting into a spreadsheet: tabs between cells, none and no line break within. */
export function toTsv({ columns, rows }: ResultTable): string {
  const cell = (text: string) => neutralised(text).replace(/[\t\r\n]+/g, ' ');
  const lines = [columns.map(cell), ...rows.map((row) => row.map((value) => cell(cellText(value))))];
  return lines.map((line) => line.join('\t')).join('\n');
}

/** A row as an object by its columns. */
export function rowObject(columns: readonly string[], row: readonly TypedValue[]): Record<string, unknown> {
  return Object.fromEntries(
    columns.map((name, at) => [name, jsonOf(row[at] ?? { $type: 'Null', _value: null })]),
  );
}

/** The rows as an array of objects. */
export function toJson({ columns, rows }: ResultTable): string {
  const lines = rows.map((row) => `  ${JSON.stringify(rowObject(columns, row))}`);
  return lines.length > 0 ? `[\n${lines.join(',\n')}\n]\n` : '[]\n';
}

/** The rows as one object a line. */
export function toNdjson({ columns, rows }: ResultTable): string {
  return rows.map((row) => `${JSON.stringify(rowObject(columns, row))}\n`).join('');
}
