import type { SignedGraph } from '../signed-graph.ts';

/** Blocs by number from 0, in the order of their lowest node, so that equal partitions are equal arrays. */
export function numbered(blocs: ArrayLike<number>): Uint32Array {
  const numbers = new Map<number, number>();
  return Uint32Array.from(blocs, (bloc) => {
    if (!numbers.has(bloc)) numbers.set(bloc, numbers.size);
    return numbers.get(bloc) as number;
  });
}

/** How many edges a partition contradicts: opposition within a bloc, support between two. */
export function disagreements({ source, target, sign }: SignedGraph, blocs: ArrayLike<number>): number {
  let count = 0;
  for (let edge = 0; edge < sign.length; edge++) {
    const together = blocs[source[edge] as number] === blocs[target[edge] as number];
    if (together !== (sign[edge] as number) > 0) count += 1;
  }
  return count;
}

/** How far one can rely on a partition that was found by trying from many starts. */
export interface Certainty {
  /** Different partitions among those of the runs that reached the best value. */
  alternatives: number;
  /** By node, from 0 to 1: over the best partitions, the share of other nodes it always is or is not with. */
  nodes: Float64Array;
}

/** Compares the partitions of many runs with the best of them; O(runs · n²) and only looked at for small n. */
export function certaintyOf(runs: readonly { value: number; blocs: Uint32Array }[], best: number): Certainty {
  const reached = runs.filter(({ value }) => Math.abs(value - best) < 1e-9).map(({ blocs }) => blocs);
  const different = [...new Map(reached.map((blocs) => [blocs.join(), blocs])).values()];
  const [first = new Uint32Array()] = different;
  const nodes = Float64Array.from(first, (_, node) => {
    let steady = 0;
    for (let other = 0; other < first.length; other++) {
      const together = first[node] === first[other];
      if (different.every((blocs) => (blocs[node] === blocs[other]) === together)) steady += 1;
    }
    return first.length > 1 ? (steady - 1) / (first.length - 1) : 1;
  });
  return { alternatives: different.length, nodes };
}
