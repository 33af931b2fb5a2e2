import { numberOf } from '../values/number.ts';
import { columnWord } from './words.ts';

export interface Row {
  cells: string[];
  at: number;
}

/** Where a table begins, and what its columns are called. */
export interface Header {
  names: string[];
  /** The place of the first row of data; rows before it are a title or the header. */
  firstAt: number;
  /** Rows of title before the header. */
  titles: number;
  /** Names that several columns have; but for the first, these go by another. */
  twice: string[];
  /** Whether the names are in the table. */
  told: boolean;
  /** A first column without a name that only counts the rows. */
  counts: boolean;
}

/** So many rows may stand before a table. */
const MOST_TITLES = 30;

/** @param rows the first rows of the table, at least one */
export function findHeader(rows: readonly Row[]): Header {
  const width = usualWidth(rows);
  const isTitle = ({ cells }: Row) => width > 1 && filled(cells) < Math.max(2, width / 2);
  let titles = 0;
  while (titles < Math.min(MOST_TITLES, rows.length - 1) && isTitle(rows[titles] as Row)) titles += 1;
  const [first, ...body] = rows.slice(titles) as [Row, ...Row[]];
  if (!isHeader(first.cells, body)) {
    const names = first.cells.map((_, at) => `column ${at + 1}`);
    return { names, firstAt: first.at, titles, twice: [], told: false, counts: false };
  }
  let names = first.cells;
  while (names.length > width && names.at(-1) === '') names = names.slice(0, -1);
  if (names.length === width - 1) names = ['', ...names];
  const counts =
    names[0] === '' && names.length > 2 && body.every(({ cells }) => /^\d+$/.test(cells[0] ?? ''));
  const distinct = new Set(body.map(({ cells }) => cells[0]));
  const firstAt = body[0]?.at ?? first.at + 1;
  const twice = names.filter((name, at) => name !== '' && names.indexOf(name) < at);
  return {
    names: unique(names),
    twice,
    firstAt,
    titles,
    told: true,
    counts: counts && distinct.size === body.length,
  };
}

/** The number of cells that most rows have. */
function usualWidth(rows: readonly Row[]): number {
  const counts = new Map<number, number>();
  for (const { cells } of rows) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 1;
}

function filled(cells: readonly string[]): number {
  return cells.filter((cell) => cell !== '').length;
}

/** A first row is no header where it is like those below: a number above numbers, or a text that comes again. */
function isHeader(first: readonly string[], body: readonly Row[]): boolean {
  if (first.some((cell) => columnWord(cell) !== undefined)) return true;
  if (body.length === 0) return false;
  const anywhere = new Set(body.flatMap(({ cells }) => cells));
  if (first.length === 2 && first.some((cell) => cell !== '' && anywhere.has(cell))) return false;
  return !first.some((cell, column) => {
    if (cell === '') return false;
    const below = body.map(({ cells }) => cells[column] ?? '').filter((each) => each !== '');
    if (column === 0 && first.length > 2) return below.includes(cell) && below.length !== new Set(below).size;
    if (
      numberOf(cell) !== undefined &&
      below.length > 0 &&
      below.every((each) => numberOf(each) !== undefined)
    )
      // A row of labels above a matrix may be of numbers: 1, 2, 3 or years.
      return !(first[0] === '' && new Set(first).size === first.length);
    return below.includes(cell) && below.length !== new Set(below).size;
  });
}

/** Two columns of one name would hide one another. */
function unique(names: readonly string[]): string[] {
  const used = new Map<string, number>();
  return names.map((name) => {
    const count = (used.get(name) ?? 0) + 1;
    used.set(name, count);
    return count === 1 || name === '' ? name : `${name} (${count})`;
  });
}
