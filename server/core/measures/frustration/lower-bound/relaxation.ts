import type { Solver } from '../solver.ts';
import type { WeightedGraph } from '../weighted.ts';
import { createCycleCuts } from './cycle-cuts.ts';

export interface Relaxation {
  /** No split costs less. */
  lower: number;
  /** Negative cycles, as edges, that matter at the end. */
  cycles: number[][];
}

export interface RelaxationOptions {
  /** A time of `performance.now()`, in milliseconds. */
  deadline: number;
  /** Whether a bound will do; asked after each round. */
  enough: (lower: number) => boolean;
}

/** Rounds in which the bound must have risen by a share of itself, or it is left. */
const PATIENCE = 6;
const WORTHWHILE = 0.002;

/**
 * A lower bound by linear programming: every negative cycle holds a frustrated edge, so the cheapest way to
 * cover them all, fractions allowed, costs no more than any split. Cycles are added as they are violated.
 */
export function relax(graph: WeightedGraph, solver: Solver, options: RelaxationOptions): Relaxation {
  const separate = createCycleCuts(graph);
  const edges = graph.source.length;
  const cycles: number[][] = [];
  return solver.withModel(
    {
      numCols: edges,
      numRows: 0,
      colCost: graph.weight.map(Math.abs),
      colLower: new Float64Array(edges),
      colUpper: new Float64Array(edges).fill(1),
      rowLower: [],
      rowUpper: [],
      matrix: { format: 'csr', numRows: 0, numCols: edges, starts: [0], indices: [], values: [] },
    },
    (model) => {
      model.options.set({ output_flag: false });
      let values: ArrayLike<number> = new Float64Array(edges);
      const bounds = [0];
      while (performance.now() < options.deadline) {
        const found = separate(values);
        if (found.length === 0) break;
        for (const cycle of found) {
          model.addRow(1, solver.infinity, { indices: cycle, values: cycle.map(() => 1) });
          cycles.push(cycle);
        }
        model.options.set('time_limit', model.getRunTime() + secondsTo(options.deadline));
        const { modelStatus } = model.run();
        if (modelStatus !== solver.constants.modelStatus.optimal) break;
        values = model.getSolution().colValue;
        bounds.push(model.getObjectiveValue());
        if (options.enough(bounds.at(-1) as number) || stalls(bounds)) break;
      }
      const tight = cycles.filter(
        (cycle) => cycle.reduce((sum, edge) => sum + Number(values[edge]), 0) < 1 + 1e-6,
      );
      return { lower: bounds.at(-1) as number, cycles: tight };
    },
  );
}

function stalls(bounds: readonly number[]): boolean {
  const [now, before] = [bounds.at(-1) as number, bounds.at(-1 - PATIENCE)];
  return before !== undefined && now - before < WORTHWHILE * now;
}

/** Seconds left, at least a moment so that the solver can end by itself. */
export function secondsTo(deadline: number): number {
  return Math.max(0.05, (deadline - performance.now()) / 1000);
}
