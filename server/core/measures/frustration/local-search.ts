import { type Random, shuffle } from '../random.ts';
import { adjacencyOf, costOf, type WeightedGraph } from './weighted.ts';

export interface Split {
  cost: number;
  camps: Uint8Array;
}

export interface SearchOptions {
  random: Random;
  /** How often to begin anew; from 1. */
  restarts: number;
  /** Camps to begin with, before random ones. */
  starts?: readonly Uint8Array[];
  /** Whether to stop, asked after each beginning; one is always made. */
  enough?: (best: Split) => boolean;
}

/**
 * A good split: from given and random camps, single nodes are switched, always the one that helps most or
 * hurts least and was not switched just now (tabu search; Glover 1989), and the best split seen is kept.
 */
export function searchSplit(graph: WeightedGraph, options: SearchOptions): Split {
  const { random, restarts, starts = [], enough = () => false } = options;
  let best: Split = { cost: Infinity, camps: new Uint8Array(graph.nodes) };
  for (let restart = 0; restart < restarts && !(restart > 0 && enough(best)); restart++) {
    const camps = starts[restart]?.slice() ?? drawn(graph.nodes, random, best.camps, restart);
    const found = tabu(graph, descend(graph, camps), random);
    if (found.cost < best.cost) best = found;
  }
  return best;
}

/** Every other beginning is the best split with a sixth of its nodes switched. */
function drawn(nodes: number, random: Random, best: Uint8Array, restart: number): Uint8Array {
  if (restart % 2 === 0) return Uint8Array.from({ length: nodes }, () => (random() < 0.5 ? 1 : 0));
  const order = shuffle(
    Uint32Array.from({ length: nodes }, (_, node) => node),
    random,
  );
  const camps = best.slice();
  for (const node of order.subarray(0, Math.ceil(nodes / 6))) camps[node] = (camps[node] as number) ^ 1;
  return camps;
}

/** Switches every node that gains by it, round after round, until none does (Aref and Wilson 2018). */
function descend(graph: WeightedGraph, camps: Uint8Array): Uint8Array {
  const { offsets, neighbours, via } = adjacencyOf(graph);
  for (let switched = true; switched; ) {
    switched = false;
    for (let node = 0; node < graph.nodes; node++) {
      let gain = 0;
      for (let at = offsets[node] as number; at < (offsets[node + 1] as number); at++) {
        const value = graph.weight[via[at] as number] as number;
        gain += camps[node] === camps[neighbours[at] as number] ? -value : value;
      }
      if (gain <= 1e-9) continue;
      camps[node] = (camps[node] as number) ^ 1;
      switched = true;
    }
  }
  return camps;
}

function tabu(graph: WeightedGraph, camps: Uint8Array, random: Random): Split {
  const { nodes, source, target, weight } = graph;
  const { offsets, neighbours, via } = adjacencyOf(graph);
  /** By node: how much less its switch would cost. */
  const gain = new Float64Array(nodes);
  for (let edge = 0; edge < source.length; edge++) {
    const [a, b, value] = [source[edge] as number, target[edge] as number, weight[edge] as number];
    const saves = camps[a] === camps[b] ? -value : value;
    gain[a] = (gain[a] as number) + saves;
    gain[b] = (gain[b] as number) + saves;
  }
  let cost = costOf(graph, camps);
  let best: Split = { cost, camps: camps.slice() };
  const heldUntil = new Int32Array(nodes);
  const tenure = Math.min(10, Math.floor(nodes / 4));
  for (let step = 1, since = 0; since < 20 * nodes + 100 && since < 4000; step++, since++) {
    const node = choose(gain, heldUntil, step, cost - best.cost);
    if (node < 0) continue;
    cost -= gain[node] as number;
    gain[node] = -(gain[node] as number);
    camps[node] = (camps[node] as number) ^ 1;
    heldUntil[node] = step + tenure + Math.floor(random() * tenure);
    for (let at = offsets[node] as number; at < (offsets[node + 1] as number); at++) {
      const other = neighbours[at] as number;
      const value = weight[via[at] as number] as number;
      gain[other] = (gain[other] as number) + (camps[node] === camps[other] ? -2 * value : 2 * value);
    }
    if (cost < best.cost - 1e-9) {
      best = { cost, camps: camps.slice() };
      since = 0;
    }
  }
  return best;
}

/** The switch that gains most of those that are free, or that would beat the best split. */
function choose(gain: Float64Array, heldUntil: Int32Array, step: number, needed: number): number {
  let [chosen, most] = [-1, -Infinity];
  for (let node = 0; node < gain.length; node++) {
    const value = gain[node] as number;
    if (value <= most || ((heldUntil[node] as number) > step && value <= needed + 1e-9)) continue;
    chosen = node;
    most = value;
  }
  return chosen;
}
