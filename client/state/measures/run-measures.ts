import { EntenteError } from '../../../server/contract/errors.ts';
import type { Graph } from '../../../server/contract/graph.ts';
import type { MeasureReport, MeasureTask } from '../../graph/measures/tasks.ts';
import type { MeasureAnswer, MeasureRequest } from './measure.worker.ts';

export interface MeasureRun {
  /** The report; never settles once cancelled. Rejects with an EntenteError when it fails. */
  result: Promise<MeasureReport>;
  cancel(): void;
}

export type RunMeasures = (
  graph: Graph,
  task: MeasureTask,
  progress: (bounds: { lower: number; upper: number }) => void,
) => MeasureRun;

/** Measures a graph in a worker of its own, which ends with it; the solver is loaded there when needed. */
export const runMeasures: RunMeasures = (graph, task, progress) => {
  const worker = new Worker(new URL('./measure.worker.ts', import.meta.url), { type: 'module' });
  const result = new Promise<MeasureReport>((resolve, reject) => {
    const fail = (reason: string) => {
      worker.terminate();
      reject(new EntenteError('internal', `The measures could not be computed: ${reason}`));
    };
    worker.addEventListener('message', ({ data }: MessageEvent<MeasureAnswer>) => {
      if ('progress' in data) return progress(data.progress);
      if ('failed' in data) return fail(data.failed);
      worker.terminate();
      resolve(data.report);
    });
    worker.addEventListener('error', (event) => fail(event.message || 'reload the page to try again.'));
  });
  const request: MeasureRequest = { graph, task };
  worker.postMessage(request);
  return { result, cancel: () => worker.terminate() };
};
