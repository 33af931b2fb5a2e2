import solverAddress from 'highs/runtime?url';
import { loadSolver } from '../../server/core/measures/frustration/solver.ts';
import { type MeasureReport, type MeasureTask, runTask } from '../../server/core/measures/tasks.ts';
import { EntenteError } from '../../server/core/model/errors.ts';
import type { Graph } from '../../server/core/model/graph.ts';

/** What the worker is asked, once. */
export interface MeasureRequest {
  graph: Graph;
  task: MeasureTask;
}
/** What it answers: bounds as they move, then the report, or what went wrong. */
export type MeasureAnswer =
  | { progress: { lower: number; upper: number } }
  | { report: MeasureReport }
  | { failed: string };

const answer = (message: MeasureAnswer) => self.postMessage(message);

self.addEventListener('message', async ({ data }: MessageEvent<MeasureRequest>) => {
  const { graph, task } = data;
  try {
    const report = await runTask(graph, task, {
      solver: () => loadSolver({ locateFile: () => solverAddress }),
      onProgress: (progress) => answer({ progress }),
    });
    answer({ report });
  } catch (cause) {
    answer({ failed: inWords(cause) });
  }
});

/** The message of an error with what is wrong where, as an error itself would not come through whole. */
function inWords(cause: unknown): string {
  if (!(cause instanceof EntenteError)) return cause instanceof Error ? cause.message : String(cause);
  const details = cause.details.map(
    ({ path, message }) => `${path[0]?.toUpperCase()}${path.slice(1)} ${message}`,
  );
  return [cause.message, ...details].join(' ');
}
