import { holdsMuch, jsonPieces } from '../../core/formats/json-pieces.ts';
import { createKept } from './cache.ts';

/** An answer at one version of the data: as bytes where it is small, else as what it is written from. */
export interface Answered<Value> {
  version: string | undefined;
  value: Value;
  bytes?: Uint8Array;
}

/** How many answers are kept, and how large one may be: 64 MB in all at most. */
const MOST = 128;
const MOST_BYTES = 512 * 1024;
/** Lists longer than this are not tried: to write their beginning for nothing costs more than it may spare. */
const MOST_LISTED = 5_000;

/** Answers kept by name, so that many who ask for one thing cost one reading of it. */
export type KeepAnswer = <Value>(
  name: string,
  answer: (signal: AbortSignal) => Promise<{ value: Value; version?: string }>,
  write: (value: Value) => Iterable<string | Uint8Array>,
  signal: AbortSignal,
) => Promise<Answered<Value>>;

/**
 * Keeps small answers of one database. Their names begin with the version of the data, so that none outlives a write;
 * one that was read at another version than its name says is not kept.
 */
export function createKeptAnswers(): KeepAnswer {
  const keep = createKept<Answered<unknown> & { kept: boolean }>(MOST, ({ kept }) => kept);
  return async (name, answer, write, signal) => {
    const make = async (alive: AbortSignal) => {
      const { value, version } = await answer(alive);
      const bytes = isShort(value) ? joined(write(value)) : undefined;
      const kept = bytes !== undefined && version !== undefined && name.startsWith(`${version} `);
      // The value itself would take more room than the bytes.
      return { version, value: bytes ? undefined : value, ...(bytes && { bytes }), kept };
    };
    return (await keep(name, make, signal)) as Answered<Parameters<typeof write>[0]>;
  };
}

function isShort(value: unknown): boolean {
  return Object.values(value as object).every((each) => !Array.isArray(each) || each.length <= MOST_LISTED);
}

/** All pieces in one; undefined where they are more than is kept. */
function joined(pieces: Iterable<string | Uint8Array>): Uint8Array | undefined {
  const parts: Uint8Array[] = [];
  let length = 0;
  for (const piece of pieces) {
    const part = typeof piece === 'string' ? Buffer.from(piece) : piece;
    length += part.length;
    if (length > MOST_BYTES) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts);
}

/** JSON as it is written: at one go where it is little. */
export function* jsonOf(value: object): Iterable<string> {
  if (holdsMuch(value)) yield* jsonPieces(value);
  else yield JSON.stringify(value);
}
