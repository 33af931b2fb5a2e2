import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { EntenteError } from '../../../core/model/errors.ts';
import { proxiedFetch } from './proxied.ts';

/** How long a server may take for its answer, and then for each next piece, in milliseconds. */
const PATIENCE = 30_000;

interface Download {
  /** What it is, for the sentences. */
  what: string;
  url: string;
  /** SHA-256 in hexadecimal, as published. */
  sha256: string;
  /** Told after every piece: bytes so far, and of how many where that is known. */
  onBytes: (done: number, all: number | undefined) => void;
  signal?: AbortSignal | undefined;
}

/**
 * Downloads a file and checks it against its published checksum.
 * @throws EntenteError `database_not_ready` when it cannot be had, is cut short or is not what was published
 */
export async function download(given: Download, file: string): Promise<void> {
  const { what, url, sha256, onBytes, signal } = given;
  const stalled = new AbortController();
  const response = await ask(what, url, signal, stalled);
  const all = Number(response.headers.get('content-length')) || undefined;
  const hash = createHash('sha256');
  let done = 0;
  let timer = setTimeout(() => stalled.abort(), PATIENCE);
  const measure = new Transform({
    transform(piece: Buffer, _, next) {
      timer.refresh();
      hash.update(piece);
      done += piece.length;
      onBytes(done, all);
      next(null, piece);
    },
  });
  try {
    if (!response.body) throw new Error('It is empty.');
    await pipeline(Readable.fromWeb(response.body as never), measure, createWriteStream(file), {
      signal: signal ? AbortSignal.any([signal, stalled.signal]) : stalled.signal,
    });
  } catch (cause) {
    signal?.throwIfAborted();
    throw failed(`${what} was cut off while it was downloaded.`, cause);
  } finally {
    clearTimeout(timer);
    timer = undefined as never;
  }
  if (hash.digest('hex') === sha256.toLowerCase()) return;
  throw failed(`What was downloaded as ${what} is not what its publisher made: its checksum differs.`);
}

/** A small text, such as a list of files or a checksum. */
export async function downloadText(what: string, url: string, signal?: AbortSignal): Promise<string> {
  try {
    return await (await ask(what, url, signal, new AbortController())).text();
  } catch (cause) {
    signal?.throwIfAborted();
    throw cause instanceof EntenteError
      ? cause
      : failed(`${what} was cut off while it was downloaded.`, cause);
  }
}

async function ask(what: string, url: string, signal: AbortSignal | undefined, stalled: AbortController) {
  const late = setTimeout(() => stalled.abort(), PATIENCE);
  try {
    const response = await proxiedFetch(url, {
      signal: signal ? AbortSignal.any([signal, stalled.signal]) : stalled.signal,
      headers: { 'user-agent': 'entente' },
    });
    if (response.ok) return response;
    throw failed(`${what} cannot be had from its publisher, which answers ${response.status}.`);
  } catch (cause) {
    signal?.throwIfAborted();
    throw cause instanceof EntenteError
      ? cause
      : failed(`The publisher of ${what} cannot be reached.`, cause);
  } finally {
    clearTimeout(late);
  }
}

function failed(message: string, cause?: unknown): EntenteError {
  return new EntenteError('database_not_ready', message, { cause });
}
