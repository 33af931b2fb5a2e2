import type { Response } from 'express';
import { EntenteError } from '../../core/model/errors.ts';
import { inSlices } from '../../threads/slices.ts';

/** Bytes that a client has to take before it is given more. */
const PIECE = 65_536;
/** Milliseconds in which it has to: less than 4 KB a second is nobody who reads. */
const PATIENCE = 15_000;

/**
 * Writes a piece of an answer and waits until the client has taken enough for the next.
 * @throws EntenteError `timeout` when the client has gone away, or is let go because it does not read
 */
export async function write(response: Response, piece: string | Uint8Array): Promise<void> {
  // As bytes, as a text that is cut between the halves of a character loses it.
  const bytes = typeof piece === 'string' ? Buffer.from(piece) : piece;
  for (let at = 0; at < bytes.length; at += PIECE) {
    if (isGone(response)) throw gone();
    if (response.write(bytes.subarray(at, at + PIECE))) continue;
    await drained(response);
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

export function gone(): EntenteError {
  return new EntenteError('timeout', 'The client went away.');
}

const isGone = (response: Response) => response.destroyed || response.closed;

const waiting = new WeakMap<Response, { go: () => void }>();

/**
 * Until the response can take more or is closed, which it is when the client does not read. Its listeners are set
 * once: compression lets none be removed.
 */
function drained(response: Response): Promise<void> {
  const known = waiting.get(response);
  const wait = known ?? { go: () => {} };
  if (!known) {
    waiting.set(response, wait);
    for (const event of ['drain', 'close']) response.on(event, () => wait.go());
  }
  return new Promise((resolve) => {
    const late = setTimeout(() => response.destroy(), PATIENCE);
    wait.go = () => {
      clearTimeout(late);
      resolve();
    };
  });
}
