import type { NetworkMeasure } from '../measure.ts';

/** Steps take any edge in either direction, opposition as well as support; weights do not count. */
export const closeness = {
  id: 'closeness',
  name: 'Closeness',
  sentence: 'How close a node is to all others, in steps.',
  source: 'Freeman 1978, corrected for unconnected networks as in Wasserman and Faust 1994',
  range: '0 to 1',
  uses: ['size', 'colour'],
  takes: 'network',
  async values(network) {
    const [library, { exported, listed, undirected }] = await Promise.all([
      import('graphology-metrics/centrality/closeness.js'),
      import('./graphs.ts'),
    ]);
    return listed(network, exported(library)(undirected(network), { wassermanFaust: true }));
  },
} as const satisfies NetworkMeasure;
