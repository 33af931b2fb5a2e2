import { DirectedGraph, UndirectedGraph } from 'graphology';
import type { Measured } from './network.ts';

/** How exact a value is that comes nearer step by step: the library's own end is that of a rough ranking. */
export const SETTLING = { maxIterations: 10_000, tolerance: 1e-10 };

/** What a CommonJS module exports: bundlers give it as the default, Node may wrap it once more. */
export function exported<T>(module: { default: { default: T } }): T {
  const given = module.default as T | { default: T };
  return typeof given === 'object' && given !== null && 'default' in given ? given.default : given;
}

/** The network as the library takes it, without directions and self loops; weights of parallel edges add up. */
export function undirected(network: Measured): UndirectedGraph {
  return filled(new UndirectedGraph(), network);
}

/** The same with directions. */
export function directed(network: Measured): DirectedGraph {
  return filled(new DirectedGraph(), network);
}

function filled<G extends UndirectedGraph | DirectedGraph>(into: G, { keys, edges }: Measured): G {
  keys.forEach((_, at) => {
    into.addNode(at);
  });
  for (const { source, target, weight } of edges) {
    if (source === target) continue;
    into.updateEdge(source, target, (attributes) => ({
      weight: ((attributes.weight as number) ?? 0) + weight,
    }));
  }
  return into;
}

/** What the library found by node, as one number a key. */
export function listed({ keys }: Measured, values: Record<string, number>): Float64Array {
  return Float64Array.from(keys, (_, at) => settled(values[at] ?? 0));
}

/** Sums in another order differ in their last digits, which must not set nodes apart that are alike. */
export function settled(value: number): number {
  return Number(value.toPrecision(12));
}

/** Numbers communities by their size, of equal ones the one that comes first. */
export function bySize(found: Float64Array): Float64Array {
  const sizes = new Map<number, number>();
  for (const community of found) sizes.set(community, (sizes.get(community) ?? 0) + 1);
  const ranks = new Map(
    [...sizes]
      .sort((a, b) => b[1] - a[1] || found.indexOf(a[0]) - found.indexOf(b[0]))
      .map(([id], rank) => [id, rank]),
  );
  return found.map((community) => ranks.get(community) ?? 0);
}
