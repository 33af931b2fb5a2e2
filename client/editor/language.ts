import type { QuestionName, Questions, Reply } from './protocol.ts';

/** Neo4j's language support, away from the page so that typing never waits for it. */
export interface Language {
  /** Rejects when the support is closed or fails on this text; the editor works without an answer. */
  ask<N extends QuestionName>(name: N, ask: Questions[N]['ask']): Promise<Questions[N]['answer']>;
  close(): void;
}

type Waiting = { resolve: (answer: never) => void; reject: (fault: Error) => void };

/** Starts the language worker. */
export function startLanguage(): Language {
  const worker = new Worker(new URL('./language.worker.ts', import.meta.url), { type: 'module' });
  const waiting = new Map<number, Waiting>();
  let last = 0;
  const failAll = (reason: string) => {
    for (const { reject } of waiting.values()) reject(new Error(reason));
    waiting.clear();
  };
  worker.addEventListener('message', ({ data }: MessageEvent<Reply>) => {
    const asked = waiting.get(data.id);
    waiting.delete(data.id);
    if ('fault' in data) asked?.reject(new Error(data.fault));
    else asked?.resolve(data.answer as never);
  });
  worker.addEventListener('error', () => failAll('The language support stopped.'));
  return {
    ask: (name, ask) =>
      new Promise((resolve, reject) => {
        last += 1;
        waiting.set(last, { resolve, reject });
        worker.postMessage({ id: last, name, ...ask });
      }),
    close: () => {
      worker.terminate();
      failAll('The language support is closed.');
    },
  };
}
