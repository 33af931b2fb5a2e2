import { Worker, type WorkerOptions } from 'node:worker_threads';

/**
 * Starts a thread, from what was built or from its source, whichever asks.
 * @param from `import.meta.url` of whoever starts it
 * @param name of the thread's file beside that, without its ending
 */
export function openWorker(from: string, name: string, options: WorkerOptions = {}): Worker {
  if (from.endsWith('.js')) return new Worker(new URL(`${name}.js`, from), options);
  const source = new URL(`${name}.ts`, from).href;
  return new Worker(new URL('run-source.mjs', import.meta.url), { ...options, workerData: source });
}
