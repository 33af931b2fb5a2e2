import * as z from 'zod/mini';

/**
 * Asks for a graph in packed columns, by the Accept header. All numbers are little-endian. The body is
 * {@link MARK}, then frames. A frame is the lengths in bytes of its head and its data, an unsigned integer of
 * 32 bits each; its head, JSON; its data; head and data each filled up with zeros to a multiple of 8 bytes.
 * The first head is a `packedGraph`, the last a `packedEnd`; each between is a
 * `packedColumn`, whose data it tells the form of.
 */
export const PACKED_MEDIA_TYPE = 'application/vnd.entente.packed';

/** The first eight bytes, in ASCII. */
export const MARK = 'ENTENTE1';
/** Heads and data begin at multiples of this many bytes. */
export const ALIGNMENT = 8;
/** The whole of it, for those who read the contract. */
export const packedBytes = z
  .string()
  .check(
    z.meta({ contentEncoding: 'binary' }),
    z.describe(
      `The same graph in packed columns, as bytes: less to send, and nothing to parse before it is asked for. It begins with ${MARK} in ASCII, then come frames: the length of a head and of data, 32-bit unsigned integers; the head, as JSON; the data; head and data each filled up to a multiple of ${ALIGNMENT} bytes. All numbers are little-endian. The first head is what of the graph is in no column, with the numbers of nodes and edges; then each column has a frame; a last one, {"end": true}, tells that nothing was cut off. A column’s head says what it is of (column), how many rows have a value where not all have (rows; their numbers then come first, as 32-bit integers), and its form: integer, number (64-bit floating point), text (32-bit offsets, one more than there are values, then UTF-8), json (like text, each the JSON of a value), or dictionary (integers, places in the list of values in the head). Source and target are rows of nodes.`,
    ),
  );
