import { otherEnd, type SignedGraph } from '../signed-graph.ts';

export interface CycleOptions {
  /** At most this many cycles. */
  most?: number;
  /** How many node visits to spend; with fewer, fewer cycles are found, but always one if there is one. */
  effort?: number;
}

/** Lengths that are looked for in turn: short cycles leave most room for others. */
const LENGTHS = [3, 4, 5, 7, Infinity];

/**
 * Negative cycles without a common edge, short ones first, found greedily. Each of them has at least one
 * frustrated edge in any split, so their number is a lower bound of the frustration index.
 *
 * From every node, a shortest walk of odd parity back to it, breadth first in the signed double cover, where
 * (v, p) is node v reached by walks with p negative edges modulo 2; O(n + m) each.
 *
 * @returns the edges of each cycle in the order they are walked
 */
export function disjointNegativeCycles(graph: SignedGraph, options: CycleOptions = {}): number[][] {
  const { most = Infinity, effort = 3e7 } = options;
  const barred = new Uint8Array(graph.source.length);
  const cycles: number[][] = [];
  let spent = 0;
  for (const longest of LENGTHS) {
    for (let node = 0; node < graph.nodes; node++) {
      while (cycles.length < most && (spent < effort || cycles.length === 0)) {
        const walk = oddWalk(graph, node, barred, longest, (visits) => {
          spent += visits;
        });
        if (!walk) break;
        const cycle = cycleIn(graph, node, walk);
        for (const edge of cycle) barred[edge] = 1;
        cycles.push(cycle);
      }
    }
  }
  return cycles;
}

/** A shortest closed walk from a node with an odd number of negative edges; it may repeat nodes and edges. */
function oddWalk(
  graph: SignedGraph,
  start: number,
  barred: Uint8Array,
  longest: number,
  tell: (visits: number) => void,
): number[] | undefined {
  const { offsets, neighbours, via, sign } = graph;
  const goal = 2 * start + 1;
  /** By state: the state before it and the edge between them. */
  const reachedBy = new Map<number, [state: number, edge: number]>([[2 * start, [-1, -1]]]);
  let level = [2 * start];
  for (let length = 0; length < longest && level.length > 0 && !reachedBy.has(goal); length++) {
    const next: number[] = [];
    for (const state of level) {
      const node = state >> 1;
      for (let at = offsets[node] as number; at < (offsets[node + 1] as number); at++) {
        const edge = via[at] as number;
        const flip = (sign[edge] as number) < 0 ? 1 : 0;
        const reached = 2 * (neighbours[at] as number) + ((state & 1) ^ flip);
        if (barred[edge] || reachedBy.has(reached)) continue;
        reachedBy.set(reached, [state, edge]);
        next.push(reached);
      }
    }
    level = next;
  }
  tell(reachedBy.size);
  if (!reachedBy.has(goal)) return undefined;
  const walk: number[] = [];
  for (let step = reachedBy.get(goal); step && step[1] >= 0; step = reachedBy.get(step[0]))
    walk.push(step[1]);
  return walk.reverse();
}

/** A negative cycle in a closed walk of odd parity: positive loops are cut out, the first negative one is it. */
function cycleIn(graph: SignedGraph, start: number, walk: readonly number[]): number[] {
  const nodes = [start];
  const edges: number[] = [];
  for (const edge of walk) {
    edges.push(edge);
    const node = otherEnd(graph, edge, nodes[nodes.length - 1] as number);
    const seen = nodes.indexOf(node);
    if (seen < 0) {
      nodes.push(node);
      continue;
    }
    const loop = edges.splice(seen);
    nodes.length = seen + 1;
    if (loop.filter((each) => (graph.sign[each] as number) < 0).length % 2 === 1) return loop;
  }
  return edges;
}
