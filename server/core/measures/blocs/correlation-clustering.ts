import { splitInMany } from '../balance/k-balance.ts';
import { type LoadSolver, loadSolver } from '../frustration/solver.ts';
import { randomFrom } from '../random.ts';
import type { SignedGraph } from '../signed-graph.ts';
import { moveLocally } from './local-moves.ts';
import { type Certainty, certaintyOf, disagreements, numbered } from './partition.ts';
import { clusterExactly } from './program.ts';

export interface ClusterBlocs {
  blocs: Uint32Array;
  /** No partition contradicts fewer edges than `lower`; this one contradicts `upper`. */
  lower: number;
  upper: number;
  certainty: Certainty;
}

/** Up to this many nodes the integer program with a variable for every pair is tried. */
const MOST_EXACT = 60;

/**
 * Correlation clustering: blocs of any number that contradict the fewest edges, opposition within or support
 * between (Davis 1967; Bansal, Blum and Chawla 2004; Doreian and Mrvar 1996). Local moves from many starts
 * give the upper bound; the integer program proves it for graphs of up to {@link MOST_EXACT} nodes within the
 * time limit. The lower bound of others is only what the cheapest check gives: 0 or 1.
 */
export async function correlationClustering(
  graph: SignedGraph,
  { seed = 0, runs = 100, timeLimit = 10_000, solver = loadSolver }: ClusterOptions = {},
): Promise<ClusterBlocs> {
  const random = randomFrom(seed, 'correlation clustering');
  const tried = Array.from({ length: runs }, () => {
    const blocs = numbered(moveLocally(graph, { expected: 0 }, random));
    return { blocs, value: disagreements(graph, blocs) };
  });
  let best = tried.reduce((least, each) => (each.value < least.value ? each : least));
  const parts = splitInMany(graph, 1);
  if (parts.clusterable) best = { blocs: numbered(parts.camps), value: 0 };
  // What does not cluster without contradiction has one at least.
  let lower = Math.min(best.value, 1);
  if (best.value > 1 && graph.nodes <= MOST_EXACT) {
    const exact = clusterExactly(graph, await solver(), performance.now() + timeLimit, best.value);
    if (exact.blocs && disagreements(graph, exact.blocs) < best.value)
      best = { blocs: numbered(exact.blocs), value: disagreements(graph, exact.blocs) };
    lower = Math.min(best.value, Math.max(lower, exact.lower));
  }
  return {
    blocs: best.blocs,
    lower,
    upper: best.value,
    certainty: certaintyOf(tried, best.value),
  };
}

export interface ClusterOptions {
  seed?: number;
  runs?: number;
  /** Milliseconds for the integer program. */
  timeLimit?: number;
  solver?: LoadSolver;
}
