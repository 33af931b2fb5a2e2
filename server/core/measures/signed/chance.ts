import { createNullModel, type Margins } from '../balance/null-model.ts';
import { triadCensus } from '../balance/triads.ts';
import type { SignedMeasure } from '../measure.ts';
import { randomFrom } from '../random.ts';
import type { SignedGraph } from '../signed-graph.ts';
import type { SignedNetwork } from '../signed-network.ts';
import { degreeOfBalance } from './balance.ts';

export interface Chance {
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
  /** Two-sided: how often chance alone is at least as far from the middle, on either side; at most 1. */
  p: number;
  draws: number;
  seed: number;
}

const DRAWS = 500;
/** No fewer draws than these: a share below 0.025 on one side needs 40. */
const LEAST_DRAWS = 100;
/** Steps that all draws of a large network may take in all: about a second. */
const STEPS = 100_000_000;

export const chance = {
  id: 'chance',
  name: 'Comparison with chance',
  sentence:
    'How far the measured value lies from those of the same network with its signs permuted at random; of a derived network, with the stances permuted on each issue and the network projected from them again.',
  source: 'Leskovec, Huttenlocher and Kleinberg 2010; permutation of stances, Farine and Whitehead 2015',
  limits:
    'The permutations keep the structure, and the number of oppositions: in all of direct edges, on each issue of stances. They say nothing about causes.',
  of: 'measure',
  concludes: true,
  find: (network) => compareNetwork(network),
  printed: (found, tooThin) => ({ chance: tooThin ? null : found }),
} as const satisfies SignedMeasure<Chance | null>;

/**
 * How the degree of balance of a network compares with chance.
 *
 * @param options.margins What is kept of the stances of a derived network.
 * @param options.most At most so many draws.
 * @returns null where there is no triangle, and for changes to a derived network, which no stances stand behind
 */
export function compareNetwork(
  { signed, tables, task, settings }: SignedNetwork,
  { margins = 'issue', most = DRAWS }: { margins?: Margins; most?: number } = {},
): Chance | null {
  if (task.network !== 'direct' && task.whatIf?.length) return null;
  const { seed = 0 } = settings;
  const model = { signed, tables, name: task.network, threshold: task.threshold };
  const { draw, steps } = createNullModel(model, margins, randomFrom(seed, 'null model'));
  const draws = Math.min(most, Math.max(LEAST_DRAWS, Math.floor(STEPS / (steps + stepsOf(signed)))));
  return compareWithChance(signed, (each) => degreeOfBalance(triadCensus(each)).balance, draw, {
    seed,
    draws,
  });
}

/** What a census takes, about: every edge is looked at from both ends. */
function stepsOf({ source, target, offsets }: SignedGraph): number {
  const degree = (node: number) => Number(offsets[node + 1]) - Number(offsets[node]);
  return source.reduce((sum, from, edge) => sum + degree(from) + degree(Number(target[edge])), 1);
}

/**
 * What a measure is beyond chance: it is taken of each draw of a null model.
 *
 * @param measure Gives null where it cannot be taken; draws of which it cannot be taken count as 0.
 * @returns null where the measure cannot be taken
 */
export function compareWithChance(
  graph: SignedGraph,
  measure: (graph: SignedGraph) => number | null,
  draw: () => SignedGraph,
  { seed = 0, draws = DRAWS } = {},
): Chance | null {
  const value = measure(graph);
  if (value === null) return null;
  const values = Array.from({ length: draws }, () => Number(measure(draw())));
  const mean = values.reduce((sum, each) => sum + each, 0) / draws;
  const deviation = Math.sqrt(
    values.reduce((sum, each) => sum + (each - mean) ** 2, 0) / Math.max(1, draws - 1),
  );
  const share = (test: (each: number) => boolean) => (values.filter(test).length + 1) / (draws + 1);
  const [higher, lower] = [share((each) => each >= value - 1e-12), share((each) => each <= value + 1e-12)];
  return {
    ...{ value, mean, deviation, higher, lower, draws, seed },
    p: Math.min(1, 2 * Math.min(higher, lower)),
    z: deviation > 1e-12 ? (value - mean) / deviation : null,
  };
}
