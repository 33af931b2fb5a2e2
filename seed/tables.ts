import type * as z from 'zod/mini';
import { nearest } from '../server/core/files/nearest.ts';
import { sharing } from '../server/core/files/sharing.ts';
import type { RawEntry } from '../server/core/files/yaml.ts';
import { EntenteError, type ErrorDetail } from '../server/core/model/errors.ts';
import { pushAll } from '../server/core/numbers/extremes.ts';
import { decode } from '../server/core/reading/bytes/decode.ts';
import { type GivenFile, gunzip } from '../server/core/reading/bytes/unpack.ts';
import { delimiterOf, tableOfText } from '../server/core/reading/table/csv.ts';
import { FILES, type FileName } from './format/format.ts';

/** The files of a data set whose entries may be kept in a table as well. */
const TABLED: readonly FileName[] = [
  'sources.yaml',
  'actors.yaml',
  'events.yaml',
  'issues.yaml',
  'edges.yaml',
];
const ENDINGS = ['.csv', '.csv.gz'];

/** The tables that entries of a file may be kept in, such as `edges.csv` and `edges.csv.gz`; none for most files. */
export function tablesOf(file: FileName): string[] {
  return TABLED.includes(file) ? ENDINGS.map((ending) => file.replace('.yaml', ending)) : [];
}

/**
 * Reads a table of a data set: the first row names fields, each further one is an entry, an empty cell a field that
 * it does not have.
 * @param file whose fields it has
 * @returns the entries, and what is wrong with the table itself, with its line; with a fault of the first row there
 *   are no entries
 */
export function readTable(
  file: FileName,
  given: GivenFile,
): { entries: RawEntry[]; problems: ErrorDetail[] } {
  const entries: RawEntry[] = [];
  const problems: ErrorDetail[] = [];
  const once = sharing();
  let header: string[] | undefined;
  try {
    const text = textOf(given);
    const table = tableOfText(given.name, text, delimiterOf(text.slice(0, text.search(/[\r\n]|$/))));
    table.scan((cells, line) => {
      if (header) {
        const entry = entryOf(header, cells, once);
        if (entry) entries.push(new TableEntry(entry, given.name, line));
        else problems.push({ path: table.where(line), message: ragged(header, cells) });
        return undefined;
      }
      header = cells.map((cell) => cell.trim());
      pushAll(problems, headerFaults(file, header, table.where(line)));
      return problems.length === 0 ? undefined : false;
    });
    if (!header) problems.push({ path: given.name, message: 'is empty; name the fields in its first row.' });
  } catch (cause) {
    if (!(cause instanceof EntenteError)) throw cause;
    pushAll(problems, cause.details);
  }
  return { entries, problems };
}

/** A row as an entry. A class, as a large set has a million of them. */
class TableEntry implements RawEntry {
  readonly value: unknown;
  readonly file: string;
  readonly #line: number;

  constructor(value: unknown, file: string, line: number) {
    this.value = value;
    this.file = file;
    this.#line = line;
  }

  lineOf(): number {
    return this.#line;
  }
}

function textOf(given: GivenFile): string {
  return decode((given.name.endsWith('.gz') ? gunzip(given) : given).bytes).text;
}

function headerFaults(file: FileName, header: readonly string[], path: string): ErrorDetail[] {
  const { shape }: { shape: Record<string, z.ZodMiniType> } = FILES[file].entry;
  const known = Object.keys(shape).filter((name) => name !== NO_COLUMN);
  const faults: string[] = [];
  header.forEach((name, at) => {
    const column = `column ${at + 1}`;
    if (name === '') faults.push(`${column} has no name; give it that of a field.`);
    else if (!known.includes(name))
      faults.push(`${column} has the unknown name ${name}. ${nearest(name, known)}`);
    else if (header.indexOf(name) < at)
      faults.push(`${column} has the name ${name} of column ${header.indexOf(name) + 1} again; remove one.`);
  });
  for (const name of known)
    if (!header.includes(name) && !shape[name]?.safeParse(undefined).success)
      faults.push(`lacks the column ${name}; add it.`);
  return faults.map((message) => ({ path, message }));
}

/** The fields that are no text: numbers, and lists separated by bars or semicolons. */
const NUMBERS = ['paragraph', 'weight'];
const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;
/** A field that a table has no column for. */
const NO_COLUMN = 'properties';
const LISTS = ['aliases'];

/** What semicolons or bars part. */
function listIn(cell: string): string[] {
  return cell
    .split(/[;|]/)
    .map((each) => each.trim())
    .filter(Boolean);
}

function entryOf(
  header: readonly string[],
  cells: readonly string[],
  once: (text: string) => string,
): Record<string, unknown> | undefined {
  if (cells.length !== header.length) return undefined;
  const entry: Record<string, unknown> = {};
  for (const [at, name] of header.entries()) {
    const cell = cells[at]?.trim() ?? '';
    if (cell === '') continue;
    if (LISTS.includes(name)) entry[name] = listIn(cell);
    else entry[name] = NUMBERS.includes(name) && NUMBER.test(cell) ? Number(cell) : once(cell);
  }
  return entry;
}

function ragged({ length }: readonly string[], cells: readonly string[]): string {
  const remedy =
    cells.length < length
      ? 'add what is missing, or leave cells empty'
      : 'put a text that holds the delimiter in quotation marks';
  return `has ${cells.length} cells where the first row has ${length}; ${remedy}.`;
}
