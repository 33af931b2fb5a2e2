import type { Solver } from '../frustration/solver.ts';
import type { SignedGraph } from '../signed-graph.ts';

/** Rounds of triangle inequalities before the bound is taken as it is. */
const MOST_ROUNDS = 200;

/**
 * Correlation clustering as an integer program (Grötschel and Wakabayashi 1989): y is whether two nodes are
 * apart, y_ik ≤ y_ij + y_jk for every three. Triangle inequalities are added as they are violated, first with
 * fractions allowed, then without.
 *
 * @param known What a known partition contradicts.
 * @returns a lower bound, and a partition once one is found that violates nothing
 */
export function clusterExactly(
  graph: SignedGraph,
  solver: Solver,
  deadline: number,
  known: number,
): { lower: number; blocs?: Uint32Array } {
  const { nodes } = graph;
  const pairs = (nodes * (nodes - 1)) / 2;
  const cost = new Float64Array(pairs);
  let constant = 0;
  graph.sign.forEach((sign, edge) => {
    cost[pairOf(nodes, graph.source[edge] as number, graph.target[edge] as number)] = sign;
    if (sign < 0) constant += 1;
  });
  return solver.withModel(
    {
      ...{ numCols: pairs, numRows: 0, colCost: cost, offset: constant, rowLower: [], rowUpper: [] },
      ...{ colLower: new Float64Array(pairs), colUpper: new Float64Array(pairs).fill(1) },
      matrix: { format: 'csr', numRows: 0, numCols: pairs, starts: [0], indices: [], values: [] },
    },
    (model) => {
      model.options.set({ output_flag: false, mip_rel_gap: 0, mip_abs_gap: 1e-6 });
      let [lower, whole] = [0, false];
      for (let round = 0; round < MOST_ROUNDS && performance.now() < deadline; round++) {
        const seconds = Math.max(0.05, (deadline - performance.now()) / 1000);
        model.options.set('time_limit', (whole ? 0 : model.getRunTime()) + seconds);
        const { modelStatus } = model.run();
        const bound = whole ? Number(model.info.get('mip_dual_bound')) : model.getObjectiveValue();
        if (modelStatus !== solver.constants.modelStatus.optimal) return { lower };
        lower = Math.max(lower, Math.ceil(bound - 1e-6));
        const values = model.getSolution().colValue;
        if (lower >= known) return { lower };
        const cuts = violated(nodes, values);
        for (const indices of cuts) model.addRow(0, solver.infinity, { indices, values: [-1, 1, 1] });
        if (cuts.length > 0) continue;
        if (whole || values.every((value) => Math.abs(value - Math.round(value)) < 1e-6))
          return { lower, blocs: blocsOf(nodes, values) };
        whole = true;
        for (let pair = 0; pair < pairs; pair++)
          model.changeColIntegrality(pair, solver.constants.variableType.integer);
      }
      return { lower };
    },
  );
}

/** The place of a pair of nodes among all, `a` and `b` in either order. */
function pairOf(nodes: number, a: number, b: number): number {
  const [low, high] = a < b ? [a, b] : [b, a];
  return low * nodes - (low * (low + 1)) / 2 + high - low - 1;
}

const MOST_CUTS = 2000;

/** Triangle inequalities that the values break, as [long side, short, short], the worst first. */
function violated(nodes: number, values: ArrayLike<number>): number[][] {
  const found: { by: number; sides: number[] }[] = [];
  for (let a = 0; a < nodes; a++)
    for (let b = a + 1; b < nodes; b++)
      for (let c = b + 1; c < nodes; c++) {
        const sides = [pairOf(nodes, a, b), pairOf(nodes, a, c), pairOf(nodes, b, c)];
        const sum = sides.reduce((all, side) => all + Number(values[side]), 0);
        for (const side of sides) {
          const by = 2 * Number(values[side]) - sum;
          if (by > 1e-6) found.push({ by, sides: [side, ...sides.filter((each) => each !== side)] });
        }
      }
  return found
    .sort((x, y) => y.by - x.by)
    .slice(0, MOST_CUTS)
    .map(({ sides }) => sides);
}

function blocsOf(nodes: number, values: ArrayLike<number>): Uint32Array {
  return Uint32Array.from({ length: nodes }, (_, node) => {
    for (let other = 0; other < node; other++)
      if (Number(values[pairOf(nodes, other, node)]) < 0.5) return other;
    return node;
  });
}
