import { once } from 'node:events';
import type { Worker } from 'node:worker_threads';
import { EntenteError } from '../core/model/errors.ts';
import { createTurns } from './turns.ts';

export interface ThreadLimits {
  /** Milliseconds that one piece of work may take, and that a new thread may take to start. */
  work: number;
  start: number;
  /** Milliseconds without work after which a thread is let go, with its memory. */
  idle: number;
  /** How many pieces of work may wait; of one asker half as many. */
  waiting: number;
}

/** For whom a piece of work is done. */
export interface Asker {
  /** Aborts when nobody waits for it any more. */
  signal?: AbortSignal | undefined;
  /** Askers take turns: who asks for much waits longer than who asks for little. The server itself when absent. */
  address?: string | undefined;
  /** Whether work under way, too, is ended when the signal aborts, with what the thread knows. As usual when absent. */
  endsWork?: boolean | undefined;
}

/** What whoever asks is told where it does too much. */
export interface ThreadWords {
  /** What it is busy with, such as "other pictures". */
  others: string;
  /** What to do about work that takes too long or too much memory, as a sentence. */
  advice: string;
}

/** A thread beside the server's own, which does one piece of work after another. */
export interface Thread<Work, Result> {
  /**
   * Does a piece of work. When the signal aborts, it is ended, or has no longer a place among those that wait.
   *
   * @returns the result, and the milliseconds that it took, not counting the wait
   * @throws the reason of `signal`; EntenteError `timeout` for work that was ended at its limit, `too_large` for what its memory does not hold, `too_many_requests` when too much waits
   */
  run(work: Work, asker?: Asker): Promise<{ result: Result; took: number }>;
  /** Ends it, with whatever it does; it starts no more. */
  close(): Promise<void>;
}

/** What came of a piece of work, as a thread says it; its first message says only that it has started. */
export type ThreadAnswer<Result> = { result: Result } | { fault: unknown };

/** @param open Starts what does the work: when the first comes, and again after one had to be ended. */
export function createThread<Work, Result>(
  open: () => Worker,
  limits: ThreadLimits,
  words: ThreadWords,
): Thread<Work, Result> {
  let worker: Worker | undefined;
  let idle: NodeJS.Timeout | undefined;
  let closed = false;
  const turns = createTurns();
  const end = async () => {
    const ended = worker;
    worker = undefined;
    await ended?.terminate();
  };
  const begun = async () => {
    const fresh = await started(open, limits.start);
    // One that ends by itself while it has nothing to do is no longer asked.
    fresh.once('exit', () => {
      if (worker === fresh) worker = undefined;
    });
    return fresh;
  };
  const work = async (given: Work, signal?: AbortSignal) => {
    if (closed) throw stopping();
    signal?.throwIfAborted();
    clearTimeout(idle);
    try {
      worker ??= await begun();
      if (closed) throw stopping();
      const began = performance.now();
      const answer = await answerOf<Work, Result>(worker, given, limits.work, signal);
      if ('fault' in answer) throw answer.fault;
      return { result: answer.result, took: performance.now() - began };
    } catch (cause) {
      // Whatever state it is in, the next begins with a new one.
      await end();
      throw closed ? stopping() : explained(cause, words);
    } finally {
      idle = setTimeout(() => void end(), limits.idle).unref();
    }
  };
  return {
    run: async (given, { signal, address, endsWork = true } = {}) => {
      const { all, own } = turns.waiting(address);
      const isCrowded = address !== undefined && own >= Math.ceil(limits.waiting / 2);
      if (all >= limits.waiting || isCrowded) throw tooMany(words);
      return await turns.take(address ?? '', signal, () => work(given, endsWork ? signal : undefined));
    },
    close: async () => {
      closed = true;
      clearTimeout(idle);
      await end();
    },
  };
}

async function started(open: () => Worker, limit: number): Promise<Worker> {
  const worker = open();
  // Also while nobody waits for it: an error that nobody hears of ends the server.
  worker.on('error', () => {});
  try {
    await messageOf(worker, limit);
  } catch (cause) {
    await worker.terminate();
    throw cause;
  }
  // It does not keep the process from ending.
  worker.unref();
  return worker;
}

async function answerOf<Work, Result>(worker: Worker, work: Work, limit: number, given?: AbortSignal) {
  const answer = messageOf(worker, limit, given);
  worker.postMessage(work);
  return (await answer) as ThreadAnswer<Result>;
}

/** The next message of a thread; it fails when the thread does, or ends, takes longer than a limit, or is not waited for. */
async function messageOf(worker: Worker, limit: number, given?: AbortSignal): Promise<unknown> {
  const settled = new AbortController();
  const signal = given ? AbortSignal.any([given, settled.signal]) : settled.signal;
  const timer = setTimeout(() => settled.abort(), limit).unref();
  const message = once(worker, 'message', { signal });
  // `once` hears of an error by itself, but not of an end without one.
  const ended = once(worker, 'exit', { signal }).then(() => {
    throw new Error('A thread ended by itself.');
  });
  try {
    return (await Promise.race([message, ended]))[0];
  } catch (cause) {
    given?.throwIfAborted();
    throw signal.aborted ? new TookTooLong('A thread took too long.', { cause }) : cause;
  } finally {
    clearTimeout(timer);
    ended.catch(() => undefined);
    settled.abort();
  }
}

class TookTooLong extends Error {}

function explained(cause: unknown, { advice }: ThreadWords): unknown {
  if (cause instanceof TookTooLong)
    return new EntenteError('timeout', `This took longer than the server allows and was stopped. ${advice}`, {
      cause,
    });
  if ((cause as NodeJS.ErrnoException).code !== 'ERR_WORKER_OUT_OF_MEMORY') return cause;
  return new EntenteError('too_large', `This takes more memory than the server allows. ${advice}`, { cause });
}

function tooMany({ others }: ThreadWords): EntenteError {
  return new EntenteError('too_many_requests', `The server is busy with ${others}. Try again shortly.`);
}

function stopping(): EntenteError {
  return new EntenteError('timeout', 'The server is stopping.');
}
