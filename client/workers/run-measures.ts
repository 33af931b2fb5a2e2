import type { MeasureReport, MeasureTask } from '../../server/core/measures/tasks.ts';
import { EntenteError } from '../../server/core/model/errors.ts';
import type { Graph } from '../../server/core/model/graph.ts';
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

/** One worker for what is asked and one for what is measured beforehand. */
const MOST_IDLE = 2;

/**
 * Measures graphs in workers. One that is done waits for the next graph, with its code compiled and the solver
 * loaded; one that is cancelled in the midst of it ends.
 */
export function createRunner(): { run: RunMeasures; close: () => void } {
  const idle: Worker[] = [];
  const busy = new Set<Worker>();
  const begin = () => {
    const worker =
      idle.pop() ?? new Worker(new URL('./measure.worker.ts', import.meta.url), { type: 'module' });
    busy.add(worker);
    return worker;
  };
  const end = (worker: Worker) => {
    busy.delete(worker);
    worker.terminate();
  };
  const rest = (worker: Worker) => {
    if (!busy.delete(worker)) return;
    if (idle.length < MOST_IDLE) idle.push(worker);
    else worker.terminate();
  };
  return {
    run: (graph, task, progress) => measureIn(begin(), { graph, task }, { progress, end, rest }),
    close: () => {
      for (const worker of [...idle.splice(0), ...busy]) worker.terminate();
      busy.clear();
    },
  };
}

interface Told {
  progress: (bounds: { lower: number; upper: number }) => void;
  end: (worker: Worker) => void;
  rest: (worker: Worker) => void;
}

function measureIn(worker: Worker, request: MeasureRequest, { progress, end, rest }: Told): MeasureRun {
  const listening = new AbortController();
  const { signal } = listening;
  const cancel = () => {
    // What has ended may be cancelled still; the worker is at something else by then.
    if (signal.aborted) return;
    listening.abort();
    end(worker);
  };
  const result = new Promise<MeasureReport>((resolve, reject) => {
    const fail = (reason: string) => {
      cancel();
      reject(new EntenteError('internal', `The measures could not be computed: ${reason}`));
    };
    const hear = ({ data }: MessageEvent<MeasureAnswer>) => {
      if ('progress' in data) return progress(data.progress);
      if ('failed' in data) return fail(data.failed);
      listening.abort();
      rest(worker);
      resolve(data.report);
    };
    worker.addEventListener('message', hear, { signal });
    worker.addEventListener('error', ({ message }) => fail(message || 'reload the page to try again.'), {
      signal,
    });
  });
  worker.postMessage(request);
  return { result, cancel };
}
