import { EntenteError } from '../../server/core/model/errors.ts';
import type { Told } from './serve.ts';
import { startWorker } from './start-worker.ts';

/** A worker, or the port of one that is shared. */
interface Asked extends Pick<EventTarget, 'addEventListener'> {
  postMessage(message: unknown): void;
}

interface Asking<P> {
  progress?: ((progress: P) => void) | undefined;
  signal?: AbortSignal | undefined;
  /** What to say when it fails, without a full stop. */
  failing?: string;
}

/**
 * Asks a worker that serves. Rejects with the signal's reason once it is cancelled, after which the worker may still
 * be at work, and with an EntenteError when it fails.
 */
export function ask<Q, P, A>(
  worker: Asked,
  question: Q,
  { progress = () => {}, signal, failing = 'This could not be computed' }: Asking<P> = {},
): Promise<A> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const listening = new AbortController();
    const until = { signal: listening.signal };
    const fail = (cause: string, words = '') => {
      listening.abort();
      const message = words ? `${failing}: ${words}` : `${failing}. Reload the page to try again.`;
      reject(new EntenteError('internal', message, { cause }));
    };
    const hear = ({ data }: MessageEvent<Told<P, A>>) => {
      if ('progress' in data) return progress(data.progress);
      if ('failed' in data) return fail(data.failed, data.words);
      listening.abort();
      resolve(data.answer);
    };
    const cancel = () => {
      listening.abort();
      reject(signal?.reason);
    };
    worker.addEventListener('message', hear as EventListener, until);
    worker.addEventListener('error', (event) => fail((event as ErrorEvent).message), until);
    signal?.addEventListener('abort', cancel, until);
    worker.postMessage(question);
  });
}

export interface Workers<Q, P, A> {
  /** As {@link ask}; whoever cancels ends the worker. */
  ask(question: Q, progress?: (progress: P) => void, signal?: AbortSignal): Promise<A>;
  /** Has a worker fetch and compile its code before it is asked. */
  warm(): void;
  /** Ends the workers that wait; those at work end when they are done or cancelled. */
  close(): void;
}

/**
 * Workers of one kind, one for each question at a time.
 *
 * @param address Of their script.
 * @param idle So many that are done wait for the next question, with their code compiled.
 */
export function createWorkers<Q, P, A>(address: string, failing: string, idle = 0): Workers<Q, P, A> {
  const start = () => startWorker(address);
  const waiting: Worker[] = [];
  let most = idle;
  return {
    ask: async (question, progress, signal) => {
      signal?.throwIfAborted();
      const worker = waiting.pop() ?? start();
      try {
        const answer = await ask<Q, P, A>(worker, question, { progress, signal, failing });
        if (waiting.length < most) waiting.push(worker);
        else worker.terminate();
        return answer;
      } catch (cause) {
        worker.terminate();
        throw cause;
      }
    },
    warm: () => void waiting.push(start()),
    close: () => {
      most = 0;
      for (const worker of waiting.splice(0)) worker.terminate();
    },
  };
}
