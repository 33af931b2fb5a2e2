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
  values: async (network) => (await import('./by-library.ts')).closenessOf(network),
} as const satisfies NetworkMeasure;
