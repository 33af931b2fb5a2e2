import type { NetworkMeasure } from '../measure.ts';
import { sumOfEdges } from './network.ts';

/** Weights of different relationship types are added as if they meant the same; a self loop counts once. */
export const weightedDegree = {
  id: 'weightedDegree',
  name: 'Weighted degree',
  sentence: 'The sum of the weights of a node’s edges; an edge without one weighs 1.',
  source: 'Barrat, Barthélemy, Pastor-Satorras and Vespignani 2004 (strength)',
  range: 'numbers from 0',
  uses: ['size', 'colour'],
  takes: 'network',
  values: async (network) => sumOfEdges(network, ({ weight }) => weight),
} as const satisfies NetworkMeasure;
