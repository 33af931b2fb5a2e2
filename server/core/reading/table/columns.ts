import type { Properties } from '../../model/graph.ts';
import { refusal } from '../faults.ts';
import type { NetworkBuilder } from '../network.ts';
import { type DateOrder, dateOf, orderOf, unixTime } from '../values/date.ts';
import { type Decimal, decimalOf, numberOf } from '../values/number.ts';
import { clean, listInText, setProperty } from '../values/property.ts';
import { NOT_KNOWN } from './guess.ts';
import type { Header } from './header.ts';
import type { TableMapping } from './mapping.ts';
import type { Table } from './table.ts';

/** What the cells of a column are, by all rows. */
interface Kind {
  /** Cells that are numbers, where a point marks the fraction, and where a comma does. */
  points: number;
  commas: number;
  booleans: number;
  filled: number;
}

/** Values that come again and again are held once; so many different ones are looked up. */
const MOST_HELD = 20_000;

function countCell(kind: Kind, cell: string, sample: string[]): void {
  // What is mostly text is no column of numbers: its other cells need not be looked at.
  if (
    cell === '' ||
    (kind.filled > 50 && Math.max(kind.points, kind.commas, kind.booleans) < kind.filled / 2)
  )
    return;
  const text = cell.trim();
  if (text === '' || NOT_KNOWN.test(text)) return;
  kind.filled += 1;
  const [point, comma] = [numberOf(text), numberOf(text, ',')];
  if (point !== undefined) kind.points += 1;
  if (comma !== undefined) kind.commas += 1;
  if (point === undefined && comma === undefined && /^(?:true|false)$/i.test(text)) kind.booleans += 1;
  else if (sample.length < MOST_HELD && /\d[.,]\d/.test(text)) sample.push(text);
}

/** Reads cells of a table as properties: a column is of numbers where each of its cells is one. */
export class Columns {
  readonly names: readonly string[];
  readonly #table: Table;
  readonly #held = new Map<string, string>();
  #numeric: boolean[] = [];
  #boolean: boolean[] = [];
  #decimal: Decimal = '.';
  #order: DateOrder = 'day first';
  readonly #unix: boolean;

  constructor(table: Table, { names }: Header, mapping: TableMapping) {
    this.#table = table;
    this.names = names;
    this.#unix = mapping.dates === 'unix';
  }

  /** Looks through all rows before they are read. @param visit sees each of them on the way */
  profile(
    firstAt: number,
    mapping: TableMapping,
    builder: NetworkBuilder,
    visit: (cells: readonly string[], at: number) => void,
  ): void {
    const kinds = this.names.map((): Kind => ({ points: 0, commas: 0, booleans: 0, filled: 0 }));
    const dates: string[] = [];
    const dated = [mapping.since, mapping.until, mapping.statedOn].flatMap((name) =>
      name ? [this.at(name)] : [],
    );
    const sample: string[] = [];
    this.#table.scan((cells, at) => {
      if (at < firstAt) return undefined;
      if (cells.length !== this.names.length) this.#tellLength(cells, at, builder);
      for (const [column, kind] of kinds.entries()) countCell(kind, cells[column] ?? '', sample);
      for (const column of dated) if (dates.length < MOST_HELD) dates.push(cells[column] ?? '');
      visit(cells, at);
      return undefined;
    });
    this.#decimal = decimalOf(sample);
    const counted = (kind: Kind) => (this.#decimal === ',' ? kind.commas : kind.points);
    this.#numeric = kinds.map((kind) => kind.filled > 0 && counted(kind) === kind.filled);
    this.#boolean = kinds.map(({ booleans, filled }) => filled > 0 && booleans === filled);
    this.#order =
      mapping.dates === 'month first' || mapping.dates === 'day first' ? mapping.dates : orderOf(dates);
  }

  /** Sheets leave out empty cells at the end of a row; in a text, fewer cells are most often a slip. */
  #tellLength(cells: readonly string[], at: number, builder: NetworkBuilder): void {
    const filled = cells.findLastIndex((cell) => cell.trim() !== '') + 1;
    const { format } = this.#table;
    const few = cells.length < this.names.length && (format === 'csv' || format === 'tsv');
    if (filled <= this.names.length && !few) return;
    builder.warn(
      this.#table.where(at),
      `has ${cells.length} cells, but the header has ${this.names.length}; what is beyond is left out. Put text with separators in double quotes.`,
      'row of another length',
    );
  }

  /** The place of a column. @throws EntenteError `invalid_request` naming those there are */
  at(name: string): number {
    const at = this.names.indexOf(name);
    if (at >= 0) return at;
    const known = this.names.slice(0, 30).join(', ');
    throw refusal(this.#table.name, `has no column ${name}, which the mapping names; there are ${known}.`);
  }

  /** A cell without blanks around it; what recurs is held once. */
  text(cells: readonly string[], at: number): string {
    const cell = clean((cells[at] ?? '').trim());
    const held = this.#held.get(cell);
    if (held !== undefined) return held;
    if (this.#held.size < MOST_HELD) this.#held.set(cell, cell);
    return cell;
  }

  number(cells: readonly string[], at: number): number | undefined {
    return numberOf((cells[at] ?? '').trim(), this.#decimal);
  }

  /** A date as the product has it; text that is none stays as it is. */
  date(cells: readonly string[], at: number): string | undefined {
    const text = this.text(cells, at);
    if (text === '' || NOT_KNOWN.test(text)) return undefined;
    if (this.#unix) return unixTime(Number(text)) ?? text;
    return dateOf(text, this.#order) ?? dateOf(text.replace(/\.0$/, ''), this.#order) ?? text;
  }

  /** Sets the property that a cell is, where it holds anything. */
  put(properties: Properties, name: string, cells: readonly string[], at: number): void {
    const text = this.text(cells, at);
    if (text === '') return;
    const number = this.#numeric[at] ? this.number(cells, at) : undefined;
    if (number !== undefined) setProperty(properties, name, number);
    else if (this.#boolean[at]) setProperty(properties, name, /^true$/i.test(text));
    else if (!this.#numeric[at] || !NOT_KNOWN.test(text))
      setProperty(properties, name, listInText(text) ?? text);
  }
}
