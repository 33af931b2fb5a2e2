import type { NetworkMeasure } from '../measure.ts';
import { randomFrom } from '../random.ts';

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
  async values(network) {
    const [library, { bySize, exported, listed, undirected }] = await Promise.all([
      import('graphology-communities-louvain'),
      import('./graphs.ts'),
    ]);
    const friendly = undirected({ ...network, edges: network.edges.filter(({ sign }) => sign >= 0) });
    const options = { getEdgeWeight: 'weight', rng: randomFrom(1), randomWalk: true };
    return bySize(listed(network, exported(library)(friendly, options)));
  },
} as const satisfies NetworkMeasure;
