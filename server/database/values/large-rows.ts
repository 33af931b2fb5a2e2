/**
 * The driver reads a message of the database whole, whatever it holds, by recursion, and byte for byte from a list
 * of the pieces in which it came, which it searches from the start for each byte: a row of 16 MB was measured to take
 * a minute, and one nested 3,000 deep to end in an overflow. It offers no place to look at a message before. So the
 * place where 6.3 reads it is wrapped: the pieces are joined, and what is beyond the limits is not read at all.
 */
export interface RowLimits {
  /** Values of one message: numbers, texts, lists, maps and what they hold. */
  values: number;
  /** How deep they may be nested. */
  depth: number;
}

/** What the driver keeps of a connection, as far as it is used here. */
interface Protocol {
  unpack(message: DriverBuffer): unknown;
}
interface DriverBuffer {
  length: number;
  position: number;
  _buffer?: Buffer;
  _buffers?: DriverBuffer[];
  _inner?: DriverBuffer;
  _start?: number;
}

/** Told why a message is not read. */
export type OnTooLarge = (what: string) => void;

/** The kind of the messages that rows come in; plans, in the others, may be nested deeper. */
const RECORD = 0x71;

const watched = new WeakMap<Protocol, { onTooLarge: OnTooLarge | undefined }>();

/**
 * Holds the messages of a connection to limits, until the next statement on it is watched.
 * @param protocol of the driver's connection
 */
export function limitMessages(protocol: unknown, limits: RowLimits, onTooLarge: OnTooLarge): void {
  if (!isProtocol(protocol)) return;
  const known = watched.get(protocol);
  if (known) {
    known.onTooLarge = onTooLarge;
    return;
  }
  const current = { onTooLarge: onTooLarge as OnTooLarge | undefined };
  watched.set(protocol, current);
  const unpack = protocol.unpack.bind(protocol);
  protocol.unpack = (message) => {
    const bytes = bytesOf(message);
    if (!bytes) return unpack(message);
    const fault = bytes[1] === RECORD ? faultOf(bytes, limits) : undefined;
    if (fault === undefined) return unpack(joined(message, bytes));
    current.onTooLarge?.(fault);
    throw new Error(fault);
  };
}

function isProtocol(given: unknown): given is Protocol {
  return typeof (given as Protocol | undefined)?.unpack === 'function';
}

function bytesOf(message: DriverBuffer): Buffer | undefined {
  const { _buffer, _buffers, _inner, _start = 0, length } = message;
  if (_buffer) return _buffer;
  if (_inner) return bytesOf(_inner)?.subarray(_start, _start + length);
  const parts = _buffers?.map(bytesOf);
  return parts?.every((each) => each !== undefined) ? Buffer.concat(parts as Buffer[]) : undefined;
}

/** The same message in one piece, of the driver's own class for such. */
function joined(message: DriverBuffer, bytes: Buffer): DriverBuffer {
  if (!message._buffers) return message;
  let inner: DriverBuffer | undefined = message;
  while (inner && !inner._buffer) inner = inner._inner ?? inner._buffers?.[0];
  const Whole = inner?.constructor as (new (bytes: Buffer) => DriverBuffer) | undefined;
  return Whole ? new Whole(bytes) : message;
}

/**
 * Why a message is beyond the limits, by walking its markers without reading it: one step a value, no recursion.
 * Byte by byte as PackStream 1 says it.
 */
export function faultOf(bytes: Buffer, { values, depth }: RowLimits): string | undefined {
  /** How many values are still to come on each level. */
  const open: number[] = [1];
  let seen = 0;
  for (let at = 0; at < bytes.length && open.length > 0; ) {
    const { inner, next } = stepOf(bytes, at);
    at = next;
    seen += 1;
    open[open.length - 1] = (open.at(-1) ?? 1) - 1;
    if (inner > 0) open.push(inner);
    while (open.at(-1) === 0) open.pop();
    // The message itself and its list of columns are a level each, below them all is one more.
    if (open.length > depth + 3) return `Its values are nested deeper than ${depth}.`;
    if (seen + inner > values) return `A row holds more than ${values} values.`;
  }
  return undefined;
}

/** Of the value at a place: how many values it holds, and where the next begins. */
function stepOf(bytes: Buffer, at: number): { inner: number; next: number } {
  const marker = bytes[at] ?? 0;
  const low = marker & 0x0f;
  const kind = marker >> 4;
  if (kind === 0x8) return { inner: 0, next: at + 1 + low };
  if (kind === 0x9) return { inner: low, next: at + 1 };
  if (kind === 0xa) return { inner: low * 2, next: at + 1 };
  // A structure has its kind in the byte behind.
  if (kind === 0xb) return { inner: low, next: at + 2 };
  const sized = SIZED[marker];
  if (!sized) return { inner: 0, next: at + (FLAT[marker] ?? 1) };
  const [holds, width] = sized;
  const size = at + 1 + width <= bytes.length ? bytes.readUIntBE(at + 1, width) : 0;
  const next = at + 1 + width;
  return holds === 0 ? { inner: 0, next: next + size } : { inner: size * holds, next };
}

/** Bytes of what holds nothing, where it is more than its marker: floats, integers, an identifier. */
const FLAT: Readonly<Record<number, number>> = { 193: 9, 200: 2, 201: 3, 202: 5, 203: 9, 224: 17 };
/** Of what says its size behind its marker: how many values each unit holds (none: it is a byte), and in how many bytes. */
const SIZED: Readonly<Record<number, readonly [holds: number, width: number]>> = {
  ...{ 204: [0, 1], 205: [0, 2], 206: [0, 4] },
  ...{ 208: [0, 1], 209: [0, 2], 210: [0, 4] },
  ...{ 212: [1, 1], 213: [1, 2], 214: [1, 4] },
  ...{ 216: [2, 1], 217: [2, 2], 218: [2, 4] },
};
