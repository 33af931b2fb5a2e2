import solverAddress from 'highs/runtime?packed';
import { loadSolver } from '../../server/core/measures/frustration/solver.ts';
import { runTask } from '../../server/core/measures/report.ts';
import type { MeasureTask } from '../../server/core/measures/signed-network.ts';
import type { Graph } from '../../server/core/model/graph.ts';
import { serve } from './serve.ts';
import { fetchUnpacked } from './unpacked.ts';

export interface MeasureQuestion {
  graph: Graph;
  task: MeasureTask;
}
/** Of the frustration index, while it is computed. */
export interface Bounds {
  lower: number;
  upper: number;
}

const solver = async () => loadSolver({ wasmBinary: await fetchUnpacked(solverAddress) });

serve(self, ({ graph, task }: MeasureQuestion, onProgress: (bounds: Bounds) => void) =>
  runTask(graph, task, { solver, onProgress }),
);
