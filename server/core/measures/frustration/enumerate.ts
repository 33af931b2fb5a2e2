import { adjacencyOf, type WeightedGraph } from './weighted.ts';

/** Up to this many nodes all splits are tried. */
export const MOST_ENUMERATED = 20;

/** The best split of a small graph, by trying all 2^(n−1) in the order of a Gray code: one switch a step. */
export function bestByEnumeration(graph: WeightedGraph): { cost: number; camps: Uint8Array } {
  const { weight, nodes } = graph;
  const { offsets, neighbours, via } = adjacencyOf(graph);
  const camps = new Uint8Array(nodes);
  let cost = weight.reduce((sum, value) => sum + Math.max(0, -value), 0);
  let best = { cost, camps: camps.slice() };
  for (let step = 1; step < 2 ** Math.max(0, nodes - 1); step++) {
    const node = 31 - Math.clz32(step & -step);
    for (let at = offsets[node] as number; at < (offsets[node + 1] as number); at++) {
      const value = weight[via[at] as number] as number;
      cost += camps[node] === camps[neighbours[at] as number] ? value : -value;
    }
    camps[node] = (camps[node] as number) ^ 1;
    if (cost < best.cost) best = { cost, camps: camps.slice() };
  }
  return best;
}
