import type { MeasureReport } from '../../server/core/measures/report.ts';
import type { MeasureTask } from '../../server/core/measures/signed-network.ts';
import type { Graph } from '../../server/core/model/graph.ts';
import { createWorkers } from './ask.ts';
import type { Bounds, MeasureQuestion } from './measure.worker.ts';
import measureWorker from './measure.worker.ts?worker&url';

/** Measures the signed network of a graph; rejects with the signal's reason when it is cancelled. */
export type RunMeasures = (
  graph: Graph,
  task: MeasureTask,
  progress?: (bounds: Bounds) => void,
  signal?: AbortSignal,
) => Promise<MeasureReport>;

/** One worker for what is asked and one for what is measured beforehand, with the solver loaded. */
const MOST_IDLE = 2;

/** Measures graphs in workers. */
export function createRunner(): { run: RunMeasures; close: () => void } {
  const workers = createWorkers<MeasureQuestion, Bounds, MeasureReport>(
    measureWorker,
    'The measures could not be computed',
    MOST_IDLE,
  );
  return {
    run: (graph, task, progress, signal) => workers.ask({ graph, task }, progress, signal),
    close: workers.close,
  };
}
