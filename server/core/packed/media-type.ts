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
