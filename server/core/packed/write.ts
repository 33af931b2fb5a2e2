import type { Graph } from '../model/graph.ts';
import { type Elements, type Field, type Form, fillOf, MOST_VALUES, type PackedColumn } from './format.ts';
import { MARK } from './media-type.ts';

/** The values of some rows of one column. */
interface Column {
  field: Field;
  values: readonly unknown[];
  /** Undefined where all rows have one. */
  rows?: readonly number[] | undefined;
  /** What is always a dictionary, however many values it has. */
  listed?: boolean;
}

/** A dictionary is for columns whose values are repeated so often, on average. */
const LEAST_REPEATED = 4;
const LITTLE_ENDIAN = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1;

/** An empty piece: others have a turn. */
const NOTHING = new Uint8Array();
/** Elements whose properties are gathered at one go. */
const BATCH = 1_000;

/**
 * A graph in packed columns, piece by piece, so that a big one is never held as bytes as a whole and others have a
 * turn between them. Every edge's ends are among the nodes.
 */
export function* writePacked(graph: Graph): Generator<Uint8Array> {
  const { attributes, options, nodes, edges } = graph;
  yield new TextEncoder().encode(MARK);
  yield* frame({ attributes, options, nodes: nodes.length, edges: edges.length });
  for (const column of columnsOf(graph)) {
    if (!column) {
      yield NOTHING;
      continue;
    }
    const { form, data } = yield* formOf(column);
    const { rows } = column;
    const head: PackedColumn = { column: column.field, ...(rows && { rows: rows.length }), form };
    yield* frame(head, rows ? [...filled([bytesOf(Uint32Array.from(rows))]), ...data] : data);
  }
  yield* frame({ end: true });
}

function* frame(head: object, data: readonly Uint8Array[] = []): Generator<Uint8Array> {
  const bytes = new TextEncoder().encode(JSON.stringify(head));
  yield bytesOf(Uint32Array.of(bytes.length, lengthOf(data)));
  yield* filled([bytes]);
  yield* filled(data);
}

/** Pieces, with what fills them up to where the next may begin. */
function filled(pieces: readonly Uint8Array[]): Uint8Array[] {
  const fill = fillOf(lengthOf(pieces));
  return [...pieces, ...(fill > 0 ? [new Uint8Array(fill)] : [])].filter(({ length }) => length > 0);
}

const lengthOf = (pieces: readonly Uint8Array[]) => pieces.reduce((sum, { length }) => sum + length, 0);

/** The columns; undefined in between, while the next is being gathered. */
function* columnsOf({ nodes, edges }: Graph): Generator<Column | undefined> {
  const places = new Map(nodes.map(({ key }, row) => [key, row]));
  const row = (key: string) => places.get(key) as number;
  const node = (field: 'key' | 'caption' | 'labels' | 'degree'): Field => ({ of: 'nodes', field });
  const edge = (field: 'key' | 'source' | 'target' | 'type' | 'sign'): Field => ({ of: 'edges', field });
  yield;
  yield { field: node('key'), values: nodes.map(({ key }) => key) };
  yield { field: node('caption'), values: nodes.map(({ attributes }) => attributes.caption) };
  yield { field: node('labels'), values: nodes.map(({ attributes }) => attributes.labels) };
  yield { field: node('degree'), values: nodes.map(({ attributes }) => attributes.degree) };
  yield;
  const implied = [...nodes.keys()].filter((at) => nodes[at]?.attributes.implied);
  if (implied.length > 0)
    yield { field: { of: 'nodes', field: 'implied' }, values: implied.map(() => true), rows: implied };
  yield* propertiesOf('nodes', nodes);
  yield { field: edge('key'), values: edges.map(({ key }) => key) };
  yield { field: edge('source'), values: edges.map(({ source }) => row(source)) };
  yield { field: edge('target'), values: edges.map(({ target }) => row(target)) };
  yield { field: edge('type'), values: edges.map(({ attributes }) => attributes.type) };
  yield { field: edge('sign'), values: edges.map(({ attributes }) => attributes.sign), listed: true };
  yield* propertiesOf('edges', edges);
}

type Some = Graph['nodes'][number] | Graph['edges'][number];

function* propertiesOf(of: Elements, elements: readonly Some[]): Generator<Column | undefined> {
  for (const [field, record] of [
    ['property', ({ attributes }: Some) => attributes.properties],
    ['propertyType', ({ attributes }: Some) => attributes.propertyTypes],
  ] as const)
    for (const [name, { rows, values }] of yield* gathered(elements, record)) {
      const all = rows.length === elements.length;
      yield { field: { of, field, name }, values, ...(!all && { rows }) };
    }
}

interface Gathered {
  rows: number[];
  values: unknown[];
}

function* gathered(
  elements: readonly Some[],
  recordOf: (element: Some) => Readonly<Record<string, unknown>> | undefined,
): Generator<undefined, Map<string, Gathered>> {
  const columns = new Map<string, Gathered>();
  for (const [row, element] of elements.entries()) {
    if (row % BATCH === BATCH - 1) yield;
    const record = recordOf(element) ?? {};
    for (const name of Object.keys(record)) {
      const value = record[name];
      if (value === undefined) continue;
      const column = columns.get(name) ?? { rows: [], values: [] };
      column.rows.push(row);
      column.values.push(value);
      columns.set(name, column);
    }
  }
  return columns;
}

/** The form that holds all values of a column, as small as it gets without trying. */
function* formOf({
  values,
  listed = false,
}: Column): Generator<Uint8Array, { form: Form; data: readonly Uint8Array[] }> {
  if (!listed && values.every((value) => typeof value === 'number' && value >>> 0 === value))
    return integers(values as readonly number[]);
  if (!listed && values.every((value) => Number.isFinite(value)))
    return {
      form: { kind: 'number' },
      data: [bytesOf(Float64Array.from(values as readonly number[], written))],
    };
  const isText = values.every((value) => typeof value === 'string');
  const texts = isText ? values : yield* inTurns(values, (value) => JSON.stringify(value));
  const most = listed ? MOST_VALUES : Math.min(MOST_VALUES, texts.length / LEAST_REPEATED);
  const places = placesOf(texts, most);
  if (!places) return { form: { kind: isText ? 'text' : 'json' }, data: yield* encoded(texts) };
  const known = [...places.values()].map((first) => values[first]) as Extract<
    Form,
    { kind: 'dictionary' }
  >['values'];
  const numbers = new Map([...places.keys()].map((text, at) => [text, at]));
  const { form, data } = integers(texts.map((text) => numbers.get(text) ?? 0));
  return { form: { kind: 'dictionary', width: form.width, values: known }, data };
}

/** Where each different text first stands; undefined when there are more than `most`. */
function placesOf(texts: readonly string[], most: number): Map<string, number> | undefined {
  const places = new Map<string, number>();
  for (const [at, text] of texts.entries()) {
    if (places.has(text)) continue;
    if (places.size >= most) return undefined;
    places.set(text, at);
  }
  return places;
}

function integers(values: readonly number[]) {
  const largest = values.reduce((most, value) => Math.max(most, value), 0);
  const [width, list] =
    largest < 2 ** 8
      ? ([1, Uint8Array.from(values)] as const)
      : largest < 2 ** 16
        ? ([2, Uint16Array.from(values)] as const)
        : ([4, Uint32Array.from(values)] as const);
  return { form: { kind: 'integer' as const, width }, data: [bytesOf(list)] };
}

/** Bytes that are made at one go. */
const SLICE = 65_536;

/** What is made of each value, with an empty piece after so much text. */
function* inTurns<T>(values: readonly T[], make: (value: T) => string): Generator<Uint8Array, string[]> {
  const texts: string[] = [];
  let size = 0;
  for (const value of values) {
    const text = make(value);
    texts.push(text);
    size += text.length;
    if (size < SLICE) continue;
    yield NOTHING;
    size = 0;
  }
  return texts;
}

function* encoded(texts: readonly string[]): Generator<Uint8Array, Uint8Array[]> {
  const encoder = new TextEncoder();
  const offsets = new Uint32Array(texts.length + 1);
  const made: Uint8Array[] = [bytesOf(offsets)];
  const room = new Uint8Array(4 * SLICE);
  let [end, used] = [0, 0];
  for (const [at, text] of texts.entries()) {
    // A unit of UTF-16 is three bytes of UTF-8 at most.
    if (3 * text.length > room.length - used) {
      made.push(room.slice(0, used));
      used = 0;
      yield NOTHING;
    }
    const alone = 3 * text.length > room.length ? encoder.encode(text) : undefined;
    if (alone) made.push(alone);
    const written = alone?.length ?? encoder.encodeInto(text, room.subarray(used)).written;
    if (!alone) used += written;
    end += written;
    offsets[at + 1] = end;
  }
  return [...made, room.slice(0, used)];
}

/** A number as JSON writes it, which knows no zero below zero. */
const written = (value: number) => value + 0;

function bytesOf(list: Uint8Array | Uint16Array | Uint32Array | Float64Array): Uint8Array {
  const bytes = new Uint8Array(list.buffer, list.byteOffset, list.byteLength);
  if (!LITTLE_ENDIAN)
    for (let at = 0; at < bytes.length; at += list.BYTES_PER_ELEMENT)
      bytes.subarray(at, at + list.BYTES_PER_ELEMENT).reverse();
  return bytes;
}
