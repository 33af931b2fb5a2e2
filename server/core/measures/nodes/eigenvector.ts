import type { NetworkMeasure } from '../measure.ts';

/**
 * Edges count in either direction by their weights, opposition like support. Of several components only the one
 * with the densest core has values above 0.
 */
export const eigenvector = {
  id: 'eigenvector',
  name: 'Eigenvector centrality',
  sentence: 'How well connected a node is to nodes that are well connected themselves.',
  source: 'Bonacich 1972',
  range: '0 to 1, the sum of squares 1',
  uses: ['size', 'colour'],
  takes: 'network',
  async values(network) {
    const [library, { exported, listed, SETTLING, undirected }] = await Promise.all([
      import('graphology-metrics/centrality/eigenvector.js'),
      import('./graphs.ts'),
    ]);
    const options = { getEdgeWeight: 'weight', ...SETTLING };
    const values = listed(network, exported(library)(undirected(network), options));
    // What the steps have not yet brought down to nothing is no size to show or compare.
    const noise = network.keys.length * SETTLING.tolerance;
    return values.map((value) => (value < noise ? 0 : value));
  },
} as const satisfies NetworkMeasure;
