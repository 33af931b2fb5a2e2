import type { EntenteError } from '../../server/core/model/errors.ts';

/** What a worker says: how far it is, then its answer, or what went wrong, in words where they are meant for people. */
export type Told<P, A> = { progress: P } | { answer: A } | { failed: string; words?: string };

/** Where a worker is asked: its own scope, or a port of a shared one. */
interface Asker extends Pick<EventTarget, 'addEventListener'> {
  postMessage(message: unknown): void;
}

/** Has a worker answer what it is asked. */
export function serve<Q, P, A>(
  asker: Asker,
  answer: (question: Q, progress: (progress: P) => void) => Promise<A> | A,
): void {
  const tell = (told: Told<P, A>) => asker.postMessage(told);
  asker.addEventListener('message', async (event) => {
    try {
      const { data } = event as MessageEvent<Q>;
      tell({ answer: await answer(data, (progress) => tell({ progress })) });
    } catch (cause) {
      const words = isOurs(cause) && inWords(cause);
      tell({ failed: String(cause), ...(words && { words }) });
    }
  });
}

/** By its shape: its class would bring a schema library into every worker. */
function isOurs(cause: unknown): cause is EntenteError {
  return cause instanceof Error && Array.isArray((cause as Partial<EntenteError>).details);
}

/** The message of an error with what is wrong where, as an error itself would not come through whole. */
function inWords({ message, details }: EntenteError): string {
  const wrong = details.map(({ path, message }) => `${path[0]?.toUpperCase()}${path.slice(1)} ${message}`);
  return [message, ...wrong].join(' ');
}
