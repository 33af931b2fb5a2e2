import { createQueue } from '../queue.ts';
import { type Adjacency, adjacencyOf, type WeightedGraph } from '../weighted.ts';

/** By how much a cycle must be short of 1 to be worth a cut. */
const SHORT_BY = 1e-3;
/** Of two ways of one length the one with fewer edges is taken. */
const STEP = 1e-6;

/**
 * Negative cycles that a fractional choice of frustrated edges does not cover: the values along the cycle
 * sum to less than 1. From every node, a shortest path to its other side in the signed double cover
 * (Barahona and Mahjoub 1986); O(n m log n).
 *
 * @param values By edge, from 0 to 1.
 * @returns the edges of each, in ascending order; none twice
 */
export function createCycleCuts(graph: WeightedGraph): (values: ArrayLike<number>) => number[][] {
  const adjacency = adjacencyOf(graph);
  const distance = new Float64Array(2 * graph.nodes);
  const before = new Int32Array(2 * graph.nodes);
  const by = new Int32Array(2 * graph.nodes);
  const queue = createQueue();
  return (values) => {
    const found = new Map<string, number[]>();
    for (let node = 0; node < graph.nodes; node++) {
      distance.fill(1 - SHORT_BY);
      if (!nearest(graph, adjacency, values, node, { distance, before, by, queue })) continue;
      const cycle = oddEdges(2 * node, before, by);
      found.set(cycle.join(' '), cycle);
    }
    return [...found.values()];
  };
}

interface Scratch {
  distance: Float64Array;
  before: Int32Array;
  by: Int32Array;
  queue: ReturnType<typeof createQueue>;
}

/** Dijkstra's search from one side of a node to the other; whether it is near enough. */
function nearest(
  { weight }: WeightedGraph,
  { offsets, neighbours, via }: Adjacency,
  values: ArrayLike<number>,
  node: number,
  { distance, before, by, queue }: Scratch,
): boolean {
  queue.clear();
  distance[2 * node] = 0;
  queue.push(2 * node, 0);
  for (let state = queue.pop(); state >= 0; state = queue.pop()) {
    if (state === 2 * node + 1) return true;
    const here = state >> 1;
    for (let at = offsets[here] as number; at < (offsets[here + 1] as number); at++) {
      const edge = via[at] as number;
      const next = 2 * (neighbours[at] as number) + ((state & 1) ^ ((weight[edge] as number) < 0 ? 1 : 0));
      const length = (distance[state] as number) + Math.max(0, values[edge] as number) + STEP;
      if (length >= (distance[next] as number) - 1e-9) continue;
      distance[next] = length;
      before[next] = state;
      by[next] = edge;
      queue.push(next, length);
    }
  }
  return false;
}

/** The edges that a closed walk uses an odd number of times; the rest adds nothing to its parity. */
function oddEdges(start: number, before: Int32Array, by: Int32Array): number[] {
  const odd = new Set<number>();
  for (let state = start + 1; state !== start; state = before[state] as number) {
    const edge = by[state] as number;
    if (!odd.delete(edge)) odd.add(edge);
  }
  return [...odd].sort((a, b) => a - b);
}
