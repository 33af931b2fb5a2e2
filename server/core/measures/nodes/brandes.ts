import brandesModule from 'graphology-shortest-path/indexed-brandes.js';
import { settled, undirected } from './graphs.ts';
import type { Measured } from './network.ts';

/** How many of the sources are gone through between two reports of progress. */
const CHUNK = 64;

/** Betweenness: the library's own loop tells no progress, so it is run here over the library's search. */
export function betweennessOf(network: Measured, progress: (done: number) => void): Float64Array {
  const order = network.keys.length;
  const between = new Float64Array(order);
  const search = brandesModule.createUnweightedIndexedBrandes(undirected(network));
  const dependency = new Float64Array(order);
  for (let source = 0; source < order; source += 1) {
    const [stack, before, paths] = search(source);
    dependency.fill(0);
    while (stack.size > 0) {
      const node = stack.pop() as number;
      const share = (1 + (dependency[node] ?? 0)) / (paths[node] as number);
      for (const other of before[node] as number[])
        dependency[other] = (dependency[other] ?? 0) + (paths[other] as number) * share;
      if (node !== source) between[node] = (between[node] ?? 0) + (dependency[node] ?? 0);
    }
    if (source % CHUNK === 0) progress(source / order);
  }
  const pairs = (order - 1) * (order - 2);
  return pairs > 0 ? between.map((value) => settled(value / pairs)) : between;
}
