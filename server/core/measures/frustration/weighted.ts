import type { SignedEdges } from '../signed-graph.ts';

/**
 * A signed graph with weights, as reductions leave it: each pair at most once, a positive weight for
 * support, a negative one for opposition. What a split contradicts costs the size of the weight.
 */
export interface WeightedGraph {
  nodes: number;
  source: Uint32Array;
  target: Uint32Array;
  weight: Float64Array;
}

/** A signed graph as a weighted one, every edge of weight 1. */
export function weightedOf({ nodes, source, target, sign }: SignedEdges): WeightedGraph {
  return { nodes, source, target, weight: Float64Array.from(sign) };
}

/** The weight of all edges that a split contradicts. */
export function costOf({ source, target, weight }: WeightedGraph, camps: ArrayLike<number>): number {
  let cost = 0;
  for (let edge = 0; edge < source.length; edge++) {
    const value = weight[edge] as number;
    const together = camps[source[edge] as number] === camps[target[edge] as number];
    if (together !== value > 0) cost += Math.abs(value);
  }
  return cost;
}

export interface Adjacency {
  offsets: Uint32Array;
  neighbours: Uint32Array;
  via: Uint32Array;
}

/** The edges at each node: those of v at `offsets[v]` to `offsets[v + 1]`. */
export function adjacencyOf({ nodes, source, target }: WeightedGraph): Adjacency {
  const offsets = new Uint32Array(nodes + 1);
  const ends = [source, target] as const;
  for (const end of ends) for (const node of end) offsets[node + 1] = (offsets[node + 1] as number) + 1;
  for (let node = 0; node < nodes; node++) {
    offsets[node + 1] = (offsets[node + 1] as number) + (offsets[node] as number);
  }
  const next = offsets.slice();
  const neighbours = new Uint32Array(2 * source.length);
  const via = new Uint32Array(2 * source.length);
  for (let edge = 0; edge < source.length; edge++) {
    for (const [here, there] of [ends, [target, source] as const]) {
      const node = here[edge] as number;
      const at = next[node] as number;
      neighbours[at] = there[edge] as number;
      via[at] = edge;
      next[node] = at + 1;
    }
  }
  return { offsets, neighbours, via };
}
