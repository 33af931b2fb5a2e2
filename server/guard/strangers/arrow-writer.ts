import { setImmediate as turn } from 'node:timers/promises';
import {
  type Batch,
  bool,
  Column,
  columnFromArray,
  type DataType,
  dateDay,
  float64,
  int64,
  list,
  tableFromColumns,
  tableToIPC,
  utf8,
} from '@uwdata/flechette';
import { cellOf } from '../../core/model/plain-json.ts';
import type { TypedValue } from '../../core/model/typed-value.ts';
import type { Give, RowWriter } from './messages.ts';

/** Rows that are made into columns together: as many as take some ten milliseconds. */
const BATCH = 16_384;
/** Bytes of a value beside its text. */
const VALUE = 8;
const DAY = /^\d{4}-\d\d-\d\d$/;

/** What a column can be. Integers beyond 2^53 are `large`: among floats they would lose digits. Text holds all. */
type Kind = 'boolean' | 'integer' | 'large' | 'float' | 'date' | 'text';
/** Of a list, what is in it; no kind where there is nothing. */
type Found = { kind?: Kind | undefined; listed: boolean };

/**
 * Gathers rows into an Apache Arrow stream (https://arrow.apache.org/docs/format/Columnar.html#ipc-streaming-format).
 * A column of booleans, integers, floats, days or text, or of lists of one of these, keeps its type; times are ISO
 * text, and all else, also where types are mixed, is text as in CSV.
 *
 * @param give Takes the whole stream.
 */
export function createArrowWriter(columns: readonly string[], give: Give): RowWriter {
  const values: TypedValue[][] = columns.map(() => []);
  return {
    row(row) {
      let length = 0;
      row.forEach((value, at) => {
        values[at]?.push(value);
        length +=
          VALUE + (typeof value._value === 'string' ? Buffer.byteLength(value._value) : sizeOf(value));
      });
      return length;
    },
    async end() {
      const made: [string, Column<unknown>][] = [];
      for (const [at, name] of columns.entries()) made.push([name, await columnOf(values[at] ?? [])]);
      const bytes = tableToIPC(tableFromColumns(made), { format: 'stream' });
      if (bytes) await give(bytes);
    },
  };
}

function sizeOf(value: TypedValue): number {
  return value._value === null || typeof value._value === 'boolean' ? 0 : JSON.stringify(value._value).length;
}

async function columnOf(values: readonly TypedValue[]): Promise<Column<unknown>> {
  const found = values.reduce<Found | undefined>((before, value) => wider(before, foundIn(value)), undefined);
  const { kind = 'text', listed = false } = found ?? {};
  const type = listed ? list(TYPES[kind]()) : TYPES[kind]();
  const read = (value: TypedValue): unknown => {
    if (value.$type === 'Null') return null;
    if (listed && value.$type === 'List') return value._value.map((each) => READ[kind](each));
    return READ[kind](value);
  };
  const batches: Batch<unknown>[] = [];
  for (let at = 0; at === 0 || at < values.length; at += BATCH) {
    const [batch] = columnFromArray(values.slice(at, at + BATCH).map(read), type).data;
    if (batch) batches.push(batch);
    await turn();
  }
  return new Column(batches, type);
}

const TYPES: Readonly<Record<Kind, () => DataType>> = {
  boolean: bool,
  integer: int64,
  large: int64,
  float: float64,
  date: dateDay,
  text: utf8,
};

function readInteger({ _value }: TypedValue): bigint | null {
  return _value === null ? null : BigInt(_value as string);
}

const READ: Readonly<Record<Kind, (value: TypedValue) => unknown>> = {
  boolean: ({ _value }) => _value,
  integer: readInteger,
  large: readInteger,
  float: ({ _value }) => (_value === null ? null : Number(_value)),
  date: ({ _value }) => (_value === null ? null : new Date(`${_value}T00:00:00Z`)),
  text: (value) => cellOf(value) ?? null,
};

/** Undefined for what fits every column. */
function foundIn(value: TypedValue): Found | undefined {
  if (value.$type === 'Null') return undefined;
  if (value.$type !== 'List') return { kind: kindOf(value), listed: false };
  const inside = value._value.reduce<Found | undefined>(
    (before, each) => wider(before, foundIn(each)),
    undefined,
  );
  if (inside?.listed) return { kind: 'text', listed: false };
  return { kind: inside?.kind, listed: true };
}

function kindOf(value: TypedValue): Kind {
  switch (value.$type) {
    case 'Boolean':
      return 'boolean';
    case 'Integer':
      return Number.isSafeInteger(Number(value._value)) ? 'integer' : 'large';
    case 'Float':
      return 'float';
    case 'Date':
      return DAY.test(value._value) ? 'date' : 'text';
    default:
      return 'text';
  }
}

function wider(a: Found | undefined, b: Found | undefined): Found | undefined {
  if (!a || !b) return a ?? b;
  if (a.listed !== b.listed) return { kind: 'text', listed: false };
  if (a.kind === b.kind || !b.kind) return a;
  if (!a.kind) return b;
  const both = [a.kind, b.kind].sort().join(' ');
  const kind = both === 'float integer' ? 'float' : both === 'integer large' ? 'large' : 'text';
  return { kind, listed: a.listed };
}
