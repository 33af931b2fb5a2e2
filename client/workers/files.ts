import { EntenteError } from '../../server/core/model/errors.ts';
import type { FilesQuestion, FilesTold, OpenQuestions, Reading, Understood } from './files.worker.ts';

/** Files that are read in a worker, and what they hold asked there. */
export interface Files {
  /**
   * Reads files, instead of those before.
   * @param doing Told what is being read.
   * @throws EntenteError with file, line or cell, and remedy
   */
  read(files: readonly File[], reading: Reading, doing?: (text: string) => void): Promise<Understood>;
  /** Makes ready to be asked for what was read last; gives its snapshot id. */
  open(): Promise<string>;
  /** Answers as a server would that has loaded the files. */
  fetcher: typeof fetch;
  /** Ends the worker, whatever it does. */
  close(): void;
}

interface Waiting {
  resolve: (answer: never) => void;
  reject: (cause: unknown) => void;
  doing: (text: string) => void;
}

/** Starts a worker for the files of one person. */
export function createFiles(): Files {
  const worker = new Worker(new URL('./files.worker.ts', import.meta.url), { type: 'module' });
  const waiting = new Map<number, Waiting>();
  let last = 0;
  worker.addEventListener('message', ({ data }: MessageEvent<FilesTold>) => {
    const one = waiting.get(data.id);
    if (!one) return;
    if ('doing' in data) return one.doing(data.doing);
    waiting.delete(data.id);
    if ('answer' in data) return one.resolve(data.answer as never);
    const { code, message, details } = data.failed;
    one.reject(new EntenteError(code, message, { details }));
  });
  worker.addEventListener('error', ({ message }) => {
    const words = 'The file needs more memory than this browser gives, or could not be read.';
    for (const { reject } of waiting.values())
      reject(new EntenteError('too_large', `${words} Load it by npm run import.`, { cause: message }));
    waiting.clear();
  });
  const ask = <K extends keyof OpenQuestions, A>(
    kind: K,
    question: OpenQuestions[K],
    doing: (text: string) => void = () => {},
  ): Promise<A> =>
    new Promise<A>((resolve, reject) => {
      last += 1;
      waiting.set(last, { resolve, reject, doing });
      worker.postMessage({ id: last, kind, question } as FilesQuestion);
    });
  return {
    read: (files, reading, doing) => ask('read', { files, reading }, doing),
    open: () => ask('open', {}),
    fetcher: async (address, { method = 'GET', headers, signal } = {}) => {
      signal?.throwIfAborted();
      const accept = new Headers(headers).get('accept') ?? '*/*';
      const asked = ask<'request', { status: number; type: string; body: Uint8Array<ArrayBuffer> }>(
        'request',
        { method, address: String(address), accept },
      );
      const { status, type, body } = await asked;
      signal?.throwIfAborted();
      return new Response(body, { status, headers: { 'content-type': type } });
    },
    close: () => {
      worker.terminate();
      // Nobody is told any more: who asked is closed as well.
      waiting.clear();
    },
  };
}
