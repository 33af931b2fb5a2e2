import type { Response } from 'express';
import { EntenteError } from '../contract/errors.ts';

/**
 * Writes a piece of an answer and waits until the client has taken enough for the next.
 * @throws EntenteError `timeout` when the client has gone away
 */
export async function write(response: Response, piece: string | Uint8Array): Promise<void> {
  if (isGone(response)) throw gone();
  if (response.write(piece)) return;
  await drained(response);
  if (isGone(response)) throw gone();
}

/** Writes all pieces, each made when the client has taken the last; none when it has gone away. */
export async function writeAll(response: Response, pieces: Iterable<Uint8Array>): Promise<void> {
  for (const piece of pieces) {
    await write(response, piece).catch((cause: unknown) => {
      if (!isGone(response)) throw cause;
    });
    if (isGone(response)) return;
  }
  response.end();
}

export function gone(): EntenteError {
  return new EntenteError('timeout', 'The client went away.');
}

const isGone = (response: Response) => response.destroyed || response.closed;

const waiting = new WeakMap<Response, { go: () => void }>();

/** Until the response can take more or is closed. Its listeners are set once: compression lets none be removed. */
function drained(response: Response): Promise<void> {
  const known = waiting.get(response);
  const wait = known ?? { go: () => {} };
  if (!known) {
    waiting.set(response, wait);
    for (const event of ['drain', 'close']) response.on(event, () => wait.go());
  }
  return new Promise((resolve) => {
    wait.go = resolve;
  });
}
