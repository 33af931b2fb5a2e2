import * as z from 'zod/mini';
import { graph } from '../model/graph.ts';
import { ALIGNMENT, MARK } from './media-type.ts';

/** A dictionary has at most this many values. */
export const MOST_VALUES = 4096;

const count = z.int().check(z.minimum(0), z.maximum(0xffff_ffff));

export const packedGraph = z
  .strictObject({
    attributes: graph.shape.attributes,
    options: graph.shape.options,
    nodes: count.check(z.describe('How many nodes there are: rows of the columns of nodes.')),
    edges: count,
  })
  .check(z.describe('What of a graph is in no column.'));

const FIELDS = {
  nodes: ['key', 'caption', 'labels', 'degree', 'implied'],
  edges: ['key', 'source', 'target', 'type', 'sign'],
} as const;
export type Elements = keyof typeof FIELDS;

const name = z.string().check(z.describe('The key of the property.'));
const field = z
  .union([
    z.strictObject({ of: z.literal('nodes'), field: z.enum(FIELDS.nodes) }),
    z.strictObject({ of: z.literal('edges'), field: z.enum(FIELDS.edges) }),
    z.strictObject({
      of: z.enum(['nodes', 'edges']),
      field: z.enum(['property', 'propertyType']),
      name,
    }),
  ])
  .check(
    z.describe('What the values are, as in the graph by rows; `source` and `target` are rows of nodes.'),
  );
export type Field = z.infer<typeof field>;

const width = z.union([z.literal(1), z.literal(2), z.literal(4)]).check(z.describe('Bytes of each integer.'));
const form = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('integer'), width }).check(z.describe('Unsigned integers.')),
  z.strictObject({ kind: z.literal('number') }).check(z.describe('Floating-point numbers of 64 bits.')),
  z
    .strictObject({ kind: z.literal('text') })
    .check(
      z.describe(
        'One unsigned integer of 32 bits more than there are values: where each text begins in the UTF-8 that follows, ' +
          'in bytes, and where the last ends.',
      ),
    ),
  z
    .strictObject({ kind: z.literal('json') })
    .check(z.describe('Like `text`; each text is the JSON of a value.')),
  z
    .strictObject({
      kind: z.literal('dictionary'),
      width,
      values: z.array(z.json()).check(z.maxLength(MOST_VALUES)),
    })
    .check(z.describe('Unsigned integers: places in `values`.')),
]);
export type Form = z.infer<typeof form>;

export const packedColumn = z
  .strictObject({
    column: field,
    rows: z
      .optional(count)
      .check(
        z.describe(
          'Where not all rows have a value: how many have one. The data then begins with those rows, ascending, ' +
            'unsigned integers of 32 bits, filled up to a multiple of 8 bytes.',
        ),
      ),
    form,
  })
  .check(z.describe('One column of nodes or edges.'));
export type PackedColumn = z.infer<typeof packedColumn>;

/** The last head; bytes that end without it were cut off. */
export const packedEnd = z.strictObject({ end: z.literal(true) });

/** How many bytes fill up a length to a multiple of {@link ALIGNMENT}. */
export function fillOf(length: number): number {
  return (ALIGNMENT - (length % ALIGNMENT)) % ALIGNMENT;
}

/** The whole of it, for those who read the contract. */
export const packedBytes = z
  .string()
  .check(
    z.meta({ contentEncoding: 'binary' }),
    z.describe(
      `The same graph in packed columns, as bytes: less to send, and nothing to parse before it is asked for. It begins with ${MARK} in ASCII, then come frames: the length of a head and of data, 32-bit unsigned integers; the head, as JSON; the data; head and data each filled up to a multiple of ${ALIGNMENT} bytes. All numbers are little-endian. The first head is what of the graph is in no column, with the numbers of nodes and edges; then each column has a frame; a last one, {"end": true}, tells that nothing was cut off. A column’s head says what it is of (column), how many rows have a value where not all have (rows; their numbers then come first, as 32-bit integers), and its form: integer, number (64-bit floating point), text (32-bit offsets, one more than there are values, then UTF-8), json (like text, each the JSON of a value), or dictionary (integers, places in the list of values in the head). Source and target are rows of nodes.`,
    ),
  );
