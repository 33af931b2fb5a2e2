import { describe, expect, it } from 'vitest';
import { krippendorffsAlpha } from '../../../../../server/core/measures/coders/alpha.ts';
import { bootstrapInterval } from '../../../../../server/core/measures/coders/bootstrap.ts';
import { cohensKappa } from '../../../../../server/core/measures/coders/kappa.ts';
import { randomFrom } from '../../../../../server/core/measures/random.ts';

/** Each coder's values in the order of the units; a dot is a unit not coded. */
function unitsOf(...coders: string[]): string[][] {
  const rows = coders.map((row) => row.split(' '));
  return (rows[0] ?? []).map((_, at) => rows.map((row) => row[at] ?? '.').filter((value) => value !== '.'));
}

describe("Cohen's kappa", () => {
  it('is that of the example it was introduced with', () => {
    // Cohen 1960, table 1: proportions of 200 cases that two judges placed in three categories.
    const percent = [
      [25, 13, 12],
      [12, 2, 16],
      [3, 15, 2],
    ];
    const pairs = percent.flatMap((row, a) =>
      row.flatMap((count, b) =>
        Array.from({ length: 2 * count }, () => [`${a}`, `${b}`] as [string, string]),
      ),
    );
    expect(pairs).toHaveLength(200);
    expect(cohensKappa(pairs)).toBeCloseTo((0.29 - 0.35) / 0.65, 12);
  });

  it('is not defined where nothing could differ', () => {
    expect(cohensKappa([])).toBeUndefined();
    expect(cohensKappa([['a', 'a']])).toBeUndefined();
  });
});

describe("Krippendorff's alpha", () => {
  it.each([
    // Krippendorff 2011, section A: two observers, two values.
    [0.095, ['0 1 0 0 0 0 0 0 1 0', '1 1 1 0 0 1 0 0 0 0']],
    // Section B: two observers, five values.
    [0.692, ['a a b b d c c c e d d a', 'b a b b b c c c e d d d']],
    // Section C: four observers, values missing.
    [
      0.743,
      [
        '1 2 3 3 2 1 4 1 2 . . .',
        '1 2 3 3 2 2 4 1 2 5 . 3',
        '. 3 3 3 2 3 4 2 2 5 1 .',
        '1 2 3 3 2 4 4 1 2 5 1 .',
      ],
    ],
  ])('is %d in the example that its author works out', (alpha, coders) => {
    expect(krippendorffsAlpha(unitsOf(...coders))).toBeCloseTo(alpha, 3);
  });

  it('is not defined where nothing can be paired or all is one value', () => {
    expect(krippendorffsAlpha([['a'], []])).toBeUndefined();
    expect(krippendorffsAlpha([['a', 'a']])).toBeUndefined();
  });
});

describe('the bootstrap', () => {
  const mean = (values: readonly number[]) => values.reduce((sum, each) => sum + each, 0) / values.length;
  const items = Array.from({ length: 400 }, (_, at) => at % 2);
  const given = () => ({ samples: 2_000, random: randomFrom(1) });

  it('gives the interval that theory gives for a share', () => {
    const interval = bootstrapInterval(items, mean, given());
    const half = 1.96 * Math.sqrt(0.25 / 400);
    expect(interval?.low).toBeCloseTo(0.5 - half, 1.7);
    expect(interval?.high).toBeCloseTo(0.5 + half, 1.7);
  });

  it('gives the same for the same seed, and nothing where there is nothing', () => {
    expect(bootstrapInterval(items, mean, given())).toEqual(bootstrapInterval(items, mean, given()));
    expect(bootstrapInterval([], () => undefined, given())).toBeUndefined();
  });
});
