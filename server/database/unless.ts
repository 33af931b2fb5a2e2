import { setTimeout as delay } from 'node:timers/promises';

/** The outcome of `work`, or a rejection as soon as `over` aborts. */
export function unless<T>(over: AbortSignal, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(over.reason);
    over.addEventListener('abort', abort, { once: true });
    if (over.aborted) abort();
    work.then(resolve, reject).finally(() => over.removeEventListener('abort', abort));
  });
}

/** Rejects with `error` unless `excuse` comes within a second. */
export async function rejectUnless(excuse: Promise<void>, error: unknown): Promise<void> {
  const late = delay(1_000, 'late' as const, { ref: false });
  if ((await Promise.race([excuse, late])) === 'late') throw error;
}
