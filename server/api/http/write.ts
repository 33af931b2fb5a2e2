import type { Response } from 'express';
import { EntenteError } from '../../core/model/errors.ts';
import { inSlices } from '../../threads/slices.ts';

/** Bytes that a client has to take before it is given more. */
const PIECE = 65_536;
/** Milliseconds in which it has to: less than 4 KB a second is nobody who reads. */
const PATIENCE = 15_000;
/** Milliseconds that it may be waited for in all, and what it has to take in each second beyond: else one who reads slowly holds 64 MB for hours. */
const GRACE = 60_000;
const LEAST = 32_768;

/**
 * Milliseconds that a client is waited for now.
 *
 * @param waited Milliseconds that it was waited for before.
 * @param taken Bytes that it has taken.
 */
export function patienceFor(waited: number, taken: number): number {
  return Math.max(0, Math.min(PATIENCE, GRACE + (taken / LEAST) * 1_000 - waited));
}

/**
 * Writes a piece of an answer and waits until the client has taken enough for the next.
 * @throws EntenteError `timeout` when the client has gone away, or is let go because it does not read
 */
export async function write(response: Response, piece: string | Uint8Array): Promise<void> {
  // As bytes, as a text that is cut between the halves of a character loses it.
  const bytes = typeof piece === 'string' ? Buffer.from(piece) : piece;
  const reading = readingOf(response);
  for (let at = 0; at < bytes.length; at += PIECE) {
    if (isGone(response)) throw gone();
    const part = bytes.subarray(at, at + PIECE);
    reading.taken += part.length;
    if (response.write(part)) continue;
    await drained(response, reading);
    if (isGone(response)) throw gone();
  }
}

/**
 * Writes all pieces, each made when the client has taken the last; none when it has gone away. Others have a turn in
 * between.
 */
export async function writeAll(response: Response, pieces: Iterable<string | Uint8Array>): Promise<void> {
  await writePieces(response, pieces).catch((cause: unknown) => {
    if (!isGone(response)) throw cause;
  });
  if (!isGone(response)) response.end();
}

/** As `writeAll`, but more may follow. */
export async function writePieces(response: Response, pieces: Iterable<string | Uint8Array>): Promise<void> {
  const rest = inSlices();
  for (const piece of pieces) {
    await write(response, piece);
    await rest();
  }
}

/** Writes what is whole as far as its client reads it, which `send` of Express would leave to the memory. */
export async function writeWhole(response: Response, body: string | Uint8Array): Promise<void> {
  const bytes = typeof body === 'string' ? Buffer.from(body) : body;
  // Where it is compressed, compression takes the length away again.
  response.set('Content-Length', String(bytes.length));
  await writeAll(response, [bytes]);
}

export function gone(): EntenteError {
  return new EntenteError('timeout', 'The client went away.');
}

const isGone = (response: Response) => response.destroyed || response.closed;

/** How a client takes its answer. */
interface Reading {
  /** Whoever waits for it goes on. */
  go: (() => void) | undefined;
  waited: number;
  taken: number;
}

const readings = new WeakMap<Response, Reading>();

/** Its listeners are set once: compression lets none be removed. */
function readingOf(response: Response): Reading {
  const known = readings.get(response);
  if (known) return known;
  const reading: Reading = { go: undefined, waited: 0, taken: 0 };
  readings.set(response, reading);
  for (const event of ['drain', 'close']) response.on(event, () => reading.go?.());
  return reading;
}

/** Until the response can take more or is closed, which it is when the client does not read. */
function drained(response: Response, reading: Reading): Promise<void> {
  const since = performance.now();
  return new Promise((resolve) => {
    const late = setTimeout(() => response.destroy(), patienceFor(reading.waited, reading.taken));
    reading.go = () => {
      reading.go = undefined;
      clearTimeout(late);
      reading.waited += performance.now() - since;
      resolve();
    };
  });
}
