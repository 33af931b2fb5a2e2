import type { NetworkMeasure } from '../measure.ts';
import { sumOfEdges } from './network.ts';

/** It counts edges, whatever they say: parallel ones each, a self loop once. */
export const degree = {
  id: 'degree',
  name: 'Degree',
  sentence: 'The number of edges a node has in the picture.',
  source: 'Freeman 1978',
  range: 'whole numbers from 0',
  uses: ['size', 'colour'],
  takes: 'network',
  values: async (network) => sumOfEdges(network, () => 1),
} as const satisfies NetworkMeasure;
