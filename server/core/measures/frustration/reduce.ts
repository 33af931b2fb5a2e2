import type { WeightedGraph } from './weighted.ts';

/** A smaller graph with the same least cost, up to a constant, and the way back. */
export interface Reduction {
  kernel: WeightedGraph;
  /** What every split costs besides its cost in the kernel. */
  constant: number;
  /** The best camps for the whole graph, given those of the kernel's nodes. */
  lift(camps: ArrayLike<number>): Uint8Array;
}

type Neighbours = readonly (readonly [node: number, weight: number])[];

/** Halving weights again and again would lose exactness; sums of 1/16 are exact in floating point. */
const FINEST = 1 / 16;

/**
 * Takes out nodes whose camp follows from their neighbours', exactly and until none is left:
 * - an edge that weighs as much as all others at a node together binds the node to its neighbour (which
 *   covers isolated nodes, ends of paths and nodes on a path);
 * - a node with three neighbours is replaced by edges between them (the star-triangle transformation).
 * Parallel edges that this makes add up; what cancels out is a cost that every split bears.
 */
export function reduce(graph: WeightedGraph): Reduction {
  const work = workbench(graph);
  const removed: { node: number; neighbours: Neighbours }[] = [];
  const waiting = Array.from({ length: graph.nodes }, (_, node) => graph.nodes - 1 - node);
  const gone = new Uint8Array(graph.nodes);
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (gone[node]) continue;
    const neighbours = [...(work.adjacent[node] as Map<number, number>)];
    const added = replacement(neighbours);
    if (!added) continue;
    gone[node] = 1;
    removed.push({ node, neighbours });
    for (const [other] of neighbours) work.adjacent[other]?.delete(node);
    for (const [a, b, weight] of added) work.add(a, b, weight);
    for (const [other] of neighbours) waiting.push(other);
  }
  const kept = Array.from(gone.keys()).filter((node) => !gone[node]);
  return {
    kernel: kernelOf(work.adjacent, kept),
    constant: work.constant(),
    lift: (camps) => lift(graph.nodes, kept, removed, camps),
  };
}

/** The edges that take the place of a node, or undefined when it must stay. */
function replacement(neighbours: Neighbours): [number, number, number][] | undefined {
  const all = neighbours.reduce((sum, [, weight]) => sum + Math.abs(weight), 0);
  const binding = neighbours.find(([, weight]) => 2 * Math.abs(weight) >= all);
  if (binding || neighbours.length === 0) {
    const [to, by] = binding ?? [0, 0];
    return neighbours
      .filter(([other]) => other !== to)
      .map(([other, weight]) => [to, other, Math.sign(by) * weight]);
  }
  if (neighbours.length !== 3) return undefined;
  const triangle = [0, 1, 2].map((at): [number, number, number] => {
    const [a, p] = neighbours[at] as readonly [number, number];
    const [b, q] = neighbours[(at + 1) % 3] as readonly [number, number];
    const [, opposite] = neighbours[(at + 2) % 3] as readonly [number, number];
    return [a, b, (Math.sign(p * q) * (Math.abs(p) + Math.abs(q) - Math.abs(opposite))) / 2];
  });
  return triangle.every(([, , weight]) => Number.isInteger(weight / FINEST)) ? triangle : undefined;
}

function workbench({ nodes, source, target, weight }: WeightedGraph) {
  const adjacent = Array.from({ length: nodes }, () => new Map<number, number>());
  let constant = 0;
  const add = (a: number, b: number, more: number) => {
    const before = adjacent[a]?.get(b) ?? 0;
    if (before * more < 0) constant += Math.min(Math.abs(before), Math.abs(more));
    for (const [here, there] of [
      [a, b],
      [b, a],
    ] as const) {
      if (before + more === 0) adjacent[here]?.delete(there);
      else adjacent[here]?.set(there, before + more);
    }
  };
  weight.forEach((value, edge) => {
    add(source[edge] as number, target[edge] as number, value);
  });
  return { adjacent, add, constant: () => constant };
}

function kernelOf(adjacent: readonly Map<number, number>[], kept: readonly number[]): WeightedGraph {
  const places = new Map(kept.map((node, at) => [node, at]));
  const edges = kept.flatMap((node, at) =>
    [...(adjacent[node] ?? [])]
      .map(([other, weight]) => [at, places.get(other) as number, weight] as const)
      .filter(([a, b]) => a < b)
      .sort(([, a], [, b]) => a - b),
  );
  return {
    nodes: kept.length,
    source: Uint32Array.from(edges, ([a]) => a),
    target: Uint32Array.from(edges, ([, b]) => b),
    weight: Float64Array.from(edges, ([, , weight]) => weight),
  };
}

/** In the reverse order, each node goes where it costs least among the neighbours that it had. */
function lift(
  nodes: number,
  kept: readonly number[],
  removed: readonly { node: number; neighbours: Neighbours }[],
  camps: ArrayLike<number>,
): Uint8Array {
  const all = new Uint8Array(nodes);
  kept.forEach((node, at) => {
    all[node] = camps[at] as number;
  });
  for (const { node, neighbours } of [...removed].reverse()) {
    const pull = neighbours.reduce((sum, [other, weight]) => sum + (all[other] === 0 ? weight : -weight), 0);
    all[node] = pull >= 0 ? 0 : 1;
  }
  return all;
}
