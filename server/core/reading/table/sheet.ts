import { refusal } from '../faults.ts';
import { type Table, tableOfRows } from './table.ts';

/** So many cells a workbook may hold; each takes memory. */
const MOST_CELLS = 20_000_000;
export const MOST_COLUMNS = 16_384;
export const MOST_ROWS = 1_048_576;

/** The rows of a sheet as they are filled, by cell. */
export class SheetRows {
  readonly #path: string;
  readonly #name: string;
  readonly #rows: string[][] = [];
  readonly #numbers: number[] = [];
  #cells = 0;

  /** @param path the file, and the sheet where there are several */
  constructor(path: string, name: string) {
    this.#path = path;
    this.#name = name;
  }

  /** Begins a row. @param number as a spreadsheet counts, from 1 */
  row(number: number): void {
    if (number > MOST_ROWS) throw refusal(this.#path, `has a row ${number}; at most ${MOST_ROWS} are read.`);
    this.#rows.push([]);
    this.#numbers.push(number);
  }

  /** Fills a cell of the last row. @param column from 0 */
  cell(column: number, text: string): void {
    const row = this.#rows.at(-1);
    if (!row || text === '') return;
    if (column >= MOST_COLUMNS)
      throw refusal(this.#path, `has a column ${column + 1}; at most ${MOST_COLUMNS} are read.`);
    this.#cells += 1;
    if (this.#cells > MOST_CELLS) throw refusal(this.#path, `holds more than ${MOST_CELLS} cells; split it.`);
    while (row.length < column) row.push('');
    row[column] = text;
  }

  table(format: string): Table {
    return tableOfRows(
      this.#path,
      this.#rows,
      (at) => `${this.#path}, row ${this.#numbers[at] ?? at + 1}`,
      format,
    );
  }

  get name(): string {
    return this.#name;
  }
}
