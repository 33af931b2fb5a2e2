import type { MeasureNodes } from '../../server/core/measures/centralities.ts';
import { EntenteError } from '../../server/core/model/errors.ts';
import type { CentralityAnswer, CentralityRequest } from './centrality.worker.ts';

/** Measures in a worker of its own, which ends with the measure or when it is cancelled. */
export const measureInWorker: MeasureNodes = (graph, name, progress, signal) =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./centrality.worker.ts', import.meta.url), { type: 'module' });
    signal.addEventListener('abort', () => {
      worker.terminate();
      reject(signal.reason);
    });
    worker.addEventListener('message', ({ data }: MessageEvent<CentralityAnswer>) => {
      if ('progress' in data) return progress(data.progress);
      worker.terminate();
      resolve(data.values);
    });
    worker.addEventListener('error', ({ message }) => {
      worker.terminate();
      reject(
        new EntenteError('internal', 'This could not be measured. Reload the page to try again.', {
          cause: message,
        }),
      );
    });
    worker.postMessage({ graph, name } satisfies CentralityRequest);
  });
