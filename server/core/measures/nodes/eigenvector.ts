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
  values: async (network) => (await import('./by-library.ts')).eigenvectorOf(network),
} as const satisfies NetworkMeasure;
