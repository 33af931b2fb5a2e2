import type { NetworkMeasure } from '../measure.ts';

/** How many of the sources are gone through between two reports of progress. */
const CHUNK = 64;

/** Paths take any edge in either direction, opposition as well as support; weights do not count. */
export const betweenness = {
  id: 'betweenness',
  name: 'Betweenness',
  sentence:
    'The share of shortest paths between others that pass through a node: who could broker, or block.',
  source: 'Freeman 1977, by the algorithm of Brandes 2001',
  range: '0 to 1',
  uses: ['size', 'colour'],
  takes: 'network',
  // The library's own loop tells no progress, so it is run here over the library's search.
  async values(network, progress) {
    const [{ default: brandes }, { settled, undirected }] = await Promise.all([
      import('graphology-shortest-path/indexed-brandes.js'),
      import('./graphs.ts'),
    ]);
    const order = network.keys.length;
    const between = new Float64Array(order);
    const search = brandes.createUnweightedIndexedBrandes(undirected(network));
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
  },
} as const satisfies NetworkMeasure;
