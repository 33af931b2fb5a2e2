import type { Split } from './local-search.ts';
import { secondsTo } from './lower-bound/relaxation.ts';
import type { Solver } from './solver.ts';
import { costOf, type WeightedGraph } from './weighted.ts';

export interface ProgramOptions {
  /** A time of `performance.now()`, in milliseconds. */
  deadline: number;
  /** A known split, from which the solver starts. */
  known: Split;
  /** Negative cycles to cover from the start, unbalanced triangles among them. */
  cycles: readonly (readonly number[])[];
  /** Told every bound; when it answers true, the solver stops. */
  onBound: (lower: number) => boolean;
}

/**
 * The integer program of Aref, Mason and Wilson (2018) in its form with absolute values: x is the camp of a
 * node and f whether an edge is frustrated, f ≥ |x_i − x_j| for support and f ≥ |x_i + x_j − 1| for
 * opposition; the sum of f over each known negative cycle is at least 1; one node is fixed.
 *
 * @returns the best split found and a lower bound of every split's cost
 */
export function solveProgram(
  graph: WeightedGraph,
  solver: Solver,
  options: ProgramOptions,
): Split & { lower: number } {
  const edges = graph.source.length;
  const rows = rowsOf(graph, options.cycles);
  const columns = edges + graph.nodes;
  const fixed = edges + mostConnected(graph);
  return solver.withModel(
    {
      numCols: columns,
      numRows: rows.length,
      colCost: [...graph.weight.map(Math.abs), ...new Float64Array(graph.nodes)],
      colLower: new Float64Array(columns),
      colUpper: Float64Array.from({ length: columns }, (_, column) => (column === fixed ? 0 : 1)),
      integrality: new Array(columns).fill(solver.constants.variableType.integer),
      rowLower: rows.map(({ least }) => least),
      rowUpper: rows.map(() => solver.infinity),
      matrix: sparse(rows, columns),
    },
    (model) => {
      model.options.set({
        output_flag: false,
        mip_rel_gap: 0,
        mip_abs_gap: 1e-6,
        time_limit: secondsTo(options.deadline),
      });
      model.setSolution({ colValue: solutionOf(graph, options.known.camps, fixed - edges) });
      const { mipInterrupt } = solver.constants.callbackType;
      model.run({
        [mipInterrupt]: (event) => {
          if (options.onBound(event.data.mip_dual_bound ?? 0)) event.interrupt();
          return undefined;
        },
      });
      const values = model.getSolution().colValue;
      const camps = Uint8Array.from({ length: graph.nodes }, (_, node) =>
        Math.round(values[edges + node] ?? 0),
      );
      const found = { camps, cost: costOf(graph, camps) };
      const best = found.cost < options.known.cost ? found : options.known;
      return { ...best, lower: Math.min(best.cost, Number(model.info.get('mip_dual_bound'))) };
    },
  );
}

interface Row {
  least: number;
  indices: readonly number[];
  values: readonly number[];
}

function rowsOf({ source, target, weight }: WeightedGraph, cycles: ProgramOptions['cycles']): Row[] {
  const edges = source.length;
  const rows: Row[] = [];
  weight.forEach((value, edge) => {
    const indices = [edge, edges + (source[edge] as number), edges + (target[edge] as number)];
    if (value > 0)
      rows.push({ least: 0, indices, values: [1, -1, 1] }, { least: 0, indices, values: [1, 1, -1] });
    else rows.push({ least: -1, indices, values: [1, -1, -1] }, { least: 1, indices, values: [1, 1, 1] });
  });
  for (const cycle of cycles) rows.push({ least: 1, indices: cycle, values: cycle.map(() => 1) });
  return rows;
}

function sparse(rows: readonly Row[], numCols: number) {
  const starts = [0];
  for (const { indices } of rows) starts.push((starts.at(-1) as number) + indices.length);
  return {
    format: 'csr' as const,
    numRows: rows.length,
    numCols,
    starts,
    indices: rows.flatMap(({ indices }) => indices),
    values: rows.flatMap(({ values }) => values),
  };
}

function solutionOf({ source, target, weight }: WeightedGraph, camps: Uint8Array, zero: number): number[] {
  const frustrated = Array.from(weight, (value, edge) => {
    const together = camps[source[edge] as number] === camps[target[edge] as number];
    return together === value > 0 ? 0 : 1;
  });
  return [...frustrated, ...Array.from(camps, (camp) => (camp === camps[zero] ? 0 : 1))];
}

function mostConnected({ nodes, source, target }: WeightedGraph): number {
  const degrees = new Uint32Array(nodes);
  for (const ends of [source, target]) for (const node of ends) degrees[node] = (degrees[node] as number) + 1;
  return degrees.indexOf(degrees.reduce((most, degree) => Math.max(most, degree), 0));
}
