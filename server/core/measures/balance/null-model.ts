import { randomFrom, shuffle } from '../random.ts';
import { type SignedGraph, withSigns } from '../signed-graph.ts';

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
  draws: number;
}

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
    Number(measure(withSigns(graph, shuffle(graph.sign.slice(), random)))),
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
