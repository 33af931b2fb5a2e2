import type { NetworkMeasure } from '../measure.ts';

/**
 * Several partitions may be nearly as good; the same graph always gives the same one. Small groups may be merged.
 */
export const communities = {
  id: 'communities',
  name: 'Communities',
  sentence: 'Groups with more edges within than between them (Louvain); opposition is left out.',
  source: 'Blondel, Guillaume, Lambiotte and Lefebvre 2008',
  range: 'a community, the largest 0',
  uses: ['colour', 'shape', 'group'],
  takes: 'network',
  groupTitle: (value) => `Community ${value + 1}`,
  values: async (network) => (await import('./by-library.ts')).communitiesOf(network),
} as const satisfies NetworkMeasure;
