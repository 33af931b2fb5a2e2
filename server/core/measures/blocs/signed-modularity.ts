import { randomFrom } from '../random.ts';
import type { SignedGraph } from '../signed-graph.ts';
import { moveLocally } from './local-moves.ts';
import { numbered } from './partition.ts';

/**
 * Signed modularity (Gómez, Jensen and Arenas 2009): support within blocs beyond what degrees let expect, less
 * opposition within them beyond the same, over all edges. From about −1 to 1; 0 without edges.
 */
export function signedModularity(
  { nodes, source, target, sign }: SignedGraph,
  blocs: ArrayLike<number>,
): number {
  const sums = [1, -1].map((which) => {
    const degrees = new Map<number, number>();
    let [all, within] = [0, 0];
    for (let edge = 0; edge < sign.length; edge++) {
      if (sign[edge] !== which) continue;
      const [a, b] = [blocs[source[edge] as number] as number, blocs[target[edge] as number] as number];
      all += 2;
      if (a === b) within += 2;
      for (const bloc of [a, b]) degrees.set(bloc, (degrees.get(bloc) ?? 0) + 1);
    }
    const expected = [...degrees.values()].reduce((sum, degree) => sum + degree ** 2, 0) / (all || 1);
    return { all, excess: within - expected };
  }) as [{ all: number; excess: number }, { all: number; excess: number }];
  const all = sums[0].all + sums[1].all;
  return nodes === 0 || all === 0 ? 0 : (sums[0].excess - sums[1].excess) / all;
}

/**
 * Blocs of high signed modularity, the best of several runs of local moves. Which partition is best cannot be
 * proved at size. About O(m) a run.
 */
export function modularBlocs(graph: SignedGraph, { seed = 0, runs = 50 } = {}) {
  const random = randomFrom(seed, 'signed modularity');
  const tried = Array.from({ length: runs }, () => {
    const blocs = numbered(moveLocally(graph, { expected: 1 }, random));
    return { blocs, value: signedModularity(graph, blocs) };
  });
  const best = tried.reduce((most, each) => (each.value > most.value + 1e-12 ? each : most));
  return { blocs: best.blocs, modularity: best.value };
}
