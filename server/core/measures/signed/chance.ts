import { degreeOfBalance } from '../balance/balance.ts';
import { type Chance, compareWithChance } from '../balance/null-model.ts';
import { triadCensus } from '../balance/triads.ts';
import type { SignedMeasure } from '../measure.ts';

/** Of direct stances alone: actors who share one issue make triangles that are balanced however they stand. */
export const chance = {
  id: 'chance',
  name: 'Comparison with chance',
  sentence:
    'How far the measured value lies from those of the same network with its signs permuted at random.',
  source: 'Leskovec, Huttenlocher and Kleinberg 2010',
  limits: 'The permutations keep the edges and the number of oppositions; they say nothing about causes.',
  of: 'measure',
  find: ({ signed, task, settings }) =>
    task.network === 'direct'
      ? compareWithChance(signed, (each) => degreeOfBalance(triadCensus(each)).balance, settings)
      : null,
} as const satisfies SignedMeasure<Chance | null>;
