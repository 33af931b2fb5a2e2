import { triadCensus } from '../balance/triads.ts';
import type { SignedMeasure } from '../measure.ts';
import { randomFrom, shuffle } from '../random.ts';
import type { SignedGraph } from '../signed-graph.ts';
import { degreeOfBalance } from './balance.ts';

interface Chance {
  /** What was measured. */
  value: number;
  /** Mean and standard deviation over the draws. */
  mean: number;
  deviation: number;
  /** (value − mean) / deviation; null where the draws do not differ. */
  z: number | null;
  /** The share of draws at least as high, and at least as low, each with the value itself among them. */
  higher: number;
  lower: number;
  draws: number;
}

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

/**
 * What a measure is beyond chance: the signs are permuted over the same edges, so that structure and the
 * number of oppositions stay, and the measure is taken of each draw.
 *
 * @param measure Gives null where it cannot be taken; it must not then be null for the draws either.
 * @returns null where the measure cannot be taken
 */
export function compareWithChance(
  graph: SignedGraph,
  measure: (graph: SignedGraph) => number | null,
  { seed = 0, draws = 500 } = {},
): Chance | null {
  const value = measure(graph);
  if (value === null) return null;
  const random = randomFrom(seed, 'null model');
  const values = Array.from({ length: draws }, () =>
    Number(measure({ ...graph, sign: shuffle(graph.sign.slice(), random) })),
  );
  const mean = values.reduce((sum, each) => sum + each, 0) / draws;
  const deviation = Math.sqrt(
    values.reduce((sum, each) => sum + (each - mean) ** 2, 0) / Math.max(1, draws - 1),
  );
  const share = (test: (each: number) => boolean) => (values.filter(test).length + 1) / (draws + 1);
  return {
    ...{ value, mean, deviation, draws },
    z: deviation > 1e-12 ? (value - mean) / deviation : null,
    higher: share((each) => each >= value - 1e-12),
    lower: share((each) => each <= value + 1e-12),
  };
}
