import type { NetworkMeasure } from '../measure.ts';

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
  values: async (network, progress) => (await import('./brandes.ts')).betweennessOf(network, progress),
} as const satisfies NetworkMeasure;
