import { ask } from '../workers/ask.ts';
import type { Question, QuestionName, Questions } from './protocol.ts';

/** Neo4j's language support, away from the page so that typing never waits for it. */
export interface Language {
  /** Rejects when the support is closed or fails on this text; the editor works without an answer. */
  ask<N extends QuestionName>(name: N, ask: Questions[N]['ask']): Promise<Questions[N]['answer']>;
  close(): void;
}

/** Starts the language worker. */
export function startLanguage(): Language {
  const worker = new Worker(new URL('./language.worker.ts', import.meta.url), { type: 'module' });
  const over = new AbortController();
  const { signal } = over;
  worker.addEventListener('error', () => over.abort(new Error('The language support stopped.')));
  return {
    async ask<N extends QuestionName>(name: N, asked: Questions[N]['ask']) {
      const { port1, port2 } = new MessageChannel();
      worker.postMessage(undefined, [port2]);
      port1.start();
      const question = { name, ...asked } as Question;
      return await ask<Question, never, Questions[N]['answer']>(port1, question, { signal }).finally(() =>
        port1.close(),
      );
    },
    close: () => {
      worker.terminate();
      over.abort(new Error('The language support is closed.'));
    },
  };
}
