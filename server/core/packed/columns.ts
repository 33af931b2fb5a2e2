import * as z from 'zod/mini';
import type { Bytes } from './bytes.ts';
import { type Elements, type Form, fillOf, type PackedColumn } from './format.ts';

/** One column as it is read: what it is called in a refusal, and a value for each of some rows. */
export interface ReadColumn {
  head: PackedColumn;
  what: string;
  /** Undefined where all rows have a value. */
  rows: Uint32Array | undefined;
  count: number;
  /** The n-th value. */
  at(place: number): unknown;
}

/**
 * Reads the data of a column.
 *
 * @param total How many rows there are.
 * @throws EntenteError that names the place of what cannot be
 */
export function readColumn(data: Bytes, head: PackedColumn, total: number): ReadColumn {
  const what = nameOf(head.column);
  const count = head.rows ?? total;
  if (count > total) data.refuse(what, `has ${count} rows where there are ${total}`);
  const rows = head.rows === undefined ? undefined : readRows(data, count, total, what);
  const at = valuesOf(data, head.form, count, what);
  if (data.left > 0) data.refuse(what, `has ${data.left} bytes too many`);
  const read: ReadColumn = { head, what, rows, count, at };
  checkValues(data, head, read);
  return read;
}

export function nameOf(column: PackedColumn['column']): string {
  const name = 'name' in column ? ` “${column.name}”` : '';
  return `the column ${column.of}.${column.field}${name}`;
}

function readRows(data: Bytes, count: number, total: number, what: string): Uint32Array {
  const rows = data.numbers(Uint32Array, count, `the rows of ${what}`);
  data.take(fillOf(4 * count), `what fills up the rows of ${what}`);
  for (let place = 0; place < count; place += 1) {
    const row = rows[place] ?? 0;
    if (row >= total || (place > 0 && row <= (rows[place - 1] ?? 0)))
      data.refuse(what, `has the row ${row} out of order or out of range`);
  }
  return rows;
}

const WIDTHS = { 1: Uint8Array, 2: Uint16Array, 4: Uint32Array } as const;

function valuesOf(data: Bytes, form: Form, count: number, what: string): (place: number) => unknown {
  if (form.kind === 'integer') return from(data.numbers(WIDTHS[form.width], count, what));
  if (form.kind === 'number') {
    const list = data.numbers(Float64Array, count, what);
    if (!list.every(Number.isFinite)) data.refuse(what, 'has what is no number');
    return from(list);
  }
  if (form.kind === 'dictionary') {
    const places = data.numbers(WIDTHS[form.width], count, what);
    const { values } = form;
    for (const place of places)
      if (place >= values.length)
        data.refuse(what, `names value ${place} of a dictionary of ${values.length}`);
    return (place) => values[places[place] ?? 0];
  }
  const textAt = textsOf(data, count, what);
  if (form.kind === 'text') return textAt;
  return (place) => {
    try {
      return JSON.parse(textAt(place));
    } catch {
      return data.refuse(what, `has as value ${place} what is no JSON`);
    }
  };
}

function from(list: ArrayLike<number>): (place: number) => number {
  return (place) => list[place] ?? 0;
}

function textsOf(data: Bytes, count: number, what: string): (place: number) => string {
  const offsets = data.numbers(Uint32Array, count + 1, what);
  const length = data.left;
  if (offsets[0] !== 0 || offsets[count] !== length)
    data.refuse(what, `has texts from ${offsets[0]} to ${offsets[count]} in ${length} bytes`);
  for (let place = 0; place < count; place += 1)
    if ((offsets[place] ?? 0) > (offsets[place + 1] ?? 0))
      data.refuse(what, `has a text ${place} that ends before it begins`);
  const bytes = data.peek();
  const all = data.text(length, what);
  const units = all.length === length ? offsets : unitsOf(bytes, offsets);
  if (!units) data.refuse(what, 'parts a character in two');
  return (place) => all.slice(units[place], units[place + 1]);
}

/** Offsets in bytes of UTF-8 as offsets in units of UTF-16; undefined where one is within a character. */
function unitsOf(bytes: Uint8Array, offsets: Uint32Array): Uint32Array | undefined {
  const units = new Uint32Array(offsets.length);
  let [at, unit] = [0, 0];
  for (let place = 0; place < offsets.length; place += 1) {
    const end = offsets[place] ?? 0;
    for (; at < end; at += 1) {
      const byte = bytes[at] ?? 0;
      if (byte < 0x80 || byte >= 0xc0) unit += byte >= 0xf0 ? 2 : 1;
    }
    if (((bytes[end] ?? 0) & 0xc0) === 0x80) return undefined;
    units[place] = unit;
  }
  return units;
}

/** What the values of each field must be. */
const VALUES: Readonly<Record<PackedColumn['column']['field'], z.ZodMiniType>> = {
  key: z.string(),
  caption: z.string(),
  labels: z.array(z.string()),
  degree: z.int().check(z.minimum(0)),
  implied: z.literal(true),
  source: z.int().check(z.minimum(0)),
  target: z.int().check(z.minimum(0)),
  type: z.string(),
  sign: z.literal([-1, 0, 1]),
  property: z.json(),
  propertyType: z.string(),
};

/** A value that all others are like, where the form alone tells what they are. */
const LIKE = { integer: 0, text: '', number: 0.5 } as const;

/** Refuses a column whose values are not what those of its field must be. */
function checkValues(data: Bytes, { column: { field }, form }: PackedColumn, read: ReadColumn): void {
  // Any value can be a property.
  if (field === 'property' || read.count === 0) return;
  const values =
    form.kind === 'dictionary'
      ? form.values
      : form.kind === 'json'
        ? Array.from({ length: read.count }, (_, place) => read.at(place))
        : [LIKE[form.kind]];
  if (!values.every((value) => VALUES[field].safeParse(value).success))
    data.refuse(read.what, 'has values that it cannot have');
}

/**
 * The values of a column that every row must have one in.
 *
 * @throws EntenteError when it is missing or does not
 */
export function wholeColumn<T>(
  columns: readonly ReadColumn[],
  of: Elements,
  field: string,
  data: Bytes,
): (place: number) => T {
  const column = columns.find(({ head }) => head.column.of === of && head.column.field === field);
  if (!column) return data.refuse(`the column ${of}.${field}`, 'is missing');
  if (column.rows) data.refuse(column.what, 'does not have all rows');
  return column.at as (place: number) => T;
}
