import { type CastingContext, type CsvError, parse } from 'csv-parse/sync';
import type { SignedEdges } from '../core/measures/signed-graph.ts';
import { EntenteError, type ErrorDetail } from '../core/model/errors.ts';

export interface SignedTable {
  /** Names of the nodes, in the order in which they first appear. */
  names: string[];
  rows: SignedEdges;
}

const HEADER = ['source', 'target', 'sign'] as const;
const SIGNS: Readonly<Record<string, number>> = {
  '1': 1,
  '+1': 1,
  '-1': -1,
  '+': 1,
  '-': -1,
  '−1': -1,
  '−': -1,
};
/** How many faults are told at once. */
const MOST_FAULTS = 20;

type Cells = Record<string, string>;

/**
 * Reads signed edges from CSV text (RFC 4180) with the header `source,target,sign`, in any order and beside
 * any other columns.
 *
 * @param file What to call it in messages.
 * @throws EntenteError `invalid_request` with every fault: line, column and remedy
 */
export function readSignedTable(text: string, file: string): SignedTable {
  const problems: ErrorDetail[] = [];
  const records = recordsOf(text, file);
  const names = new Map<string, number>();
  const place = (name: string) => {
    if (!names.has(name)) names.set(name, names.size);
    return names.get(name) as number;
  };
  const columns: { source: number[]; target: number[]; sign: number[] } = {
    source: [],
    target: [],
    sign: [],
  };
  for (const { record, line } of records) {
    const fault = faultOf(record);
    if (fault) problems.push({ path: `${file}:${line}, column ${fault[0]}:`, message: fault[1] });
    if (fault) continue;
    columns.source.push(place(record.source as string));
    columns.target.push(place(record.target as string));
    columns.sign.push(SIGNS[record.sign as string] as number);
  }
  if (problems.length > 0) throw refusal(file, problems);
  return {
    names: [...names.keys()],
    rows: {
      nodes: names.size,
      source: Uint32Array.from(columns.source),
      target: Uint32Array.from(columns.target),
      sign: Int8Array.from(columns.sign),
    },
  };
}

function faultOf(record: Cells): [column: string, message: string] | undefined {
  for (const column of ['source', 'target'])
    if (record[column] === '') return [column, 'is empty; name the node at this end of the edge.'];
  const sign = record.sign as string;
  if (Object.hasOwn(SIGNS, sign)) return undefined;
  return ['sign', `is "${sign}"; write 1 for support or -1 for opposition.`];
}

function recordsOf(text: string, file: string): { record: Cells; line: number }[] {
  let missing: string | undefined;
  const header = (cells: string[]) => {
    const found = cells.map((cell) => cell.toLowerCase());
    missing = HEADER.find((column) => !found.includes(column));
    // The library would go on with names that the rows then lack.
    return missing === undefined ? found : found.map((cell, at) => cell || `column ${at + 1}`);
  };
  const line = (info: CastingContext) => info.lines;
  let records: { record: Cells; info: CastingContext }[];
  try {
    records = parse(text, {
      columns: header,
      bom: true,
      trim: true,
      skip_empty_lines: true,
      info: true,
    }) as never;
  } catch (cause) {
    throw refusal(file, [faultOfLibrary(cause as CsvError, file)], cause);
  }
  if (missing !== undefined || text.trim() === '')
    throw refusal(file, [
      {
        path: `${file}:1, column ${missing ?? HEADER[0]}:`,
        message: `is not in the header; the first line must be ${HEADER.join(',')}.`,
      },
    ]);
  return records.map(({ record, info }) => ({ record, line: line(info) }));
}

function faultOfLibrary(error: CsvError, file: string): ErrorDetail {
  const { lines, column } = error as { lines?: number; column?: number | string };
  const wrongLength = error.code === 'CSV_RECORD_INCONSISTENT_COLUMNS';
  return {
    path: `${file}:${lines ?? 1}, column ${column ?? 'any'}:`,
    message: wrongLength
      ? 'the line has more or fewer cells than the header; put names that hold a comma in double quotes.'
      : `cannot be read as CSV (${error.message}); put names with commas or quotes in double quotes, and double the quotes in them.`,
  };
}

function refusal(file: string, problems: readonly ErrorDetail[], cause?: unknown): EntenteError {
  const more = problems.length - MOST_FAULTS;
  const details = problems.slice(0, MOST_FAULTS);
  if (more > 0) details.push({ path: file, message: `has ${more} more faults like these.` });
  const count = problems.length === 1 ? '1 fault' : `${problems.length} faults`;
  return new EntenteError('invalid_request', `${file} has ${count}; nothing was measured.`, {
    details,
    cause,
  });
}
