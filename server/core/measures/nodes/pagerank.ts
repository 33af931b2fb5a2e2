import type { NetworkMeasure } from '../measure.ts';

/** Opposition is followed like support; the heavier an edge, the more often. */
export const pagerank = {
  id: 'pagerank',
  name: 'PageRank',
  sentence: 'How often a node is visited when following edges at random in their direction.',
  source: 'Brin and Page 1998, with a damping of 0.85',
  range: '0 to 1, all nodes together 1',
  uses: ['size', 'colour'],
  takes: 'network',
  values: async (network) => (await import('./by-library.ts')).pagerankOf(network),
} as const satisfies NetworkMeasure;
