import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OddCut } from '../../../../server/core/measures/frustration/lower-bound/odd-cut.ts';
import { renewCuts } from '../../../../server/core/measures/frustration/lower-bound/odd-cuts.ts';
import { randomFrom } from '../../../../server/core/measures/random.ts';

const NODES = 14;
const RENEW = { most: 30, least: 0.01, widest: 7 };

/** The products of random unit vectors, or of ±1 where these have one dimension, above the diagonal. */
function gramOf(seed: number, dimensions: number): Float64Array {
  const random = randomFrom(seed, 'gram');
  const vectors = Array.from({ length: NODES }, () => {
    const vector = Array.from({ length: dimensions }, () => random() - 0.5);
    const length = Math.hypot(...vector);
    return vector.map((value) => value / length);
  });
  const product = (a: number, b: number) =>
    vectors[a]?.reduce((sum, value, at) => sum + value * Number(vectors[b]?.[at]), 0) ?? 0;
  return Float64Array.from({ length: NODES * NODES }, (_, at) => {
    const [a, b] = [Math.floor(at / NODES), at % NODES];
    return a < b ? product(a, b) : 0;
  });
}

/** By how much a matrix breaks a cut, by its definition. */
function broken({ nodes, signs }: OddCut, gram: Float64Array): number {
  let value = 0;
  nodes.forEach((a, at) => {
    nodes.forEach((b, other) => {
      if (other > at) value -= Number(signs[at]) * Number(signs[other]) * Number(gram[a * NODES + b]);
    });
  });
  return value - (nodes.length - 1) / 2;
}

/** The cuts after some rounds, in each of which all found so far are taken to matter. */
function cutsOf(gram: Float64Array): OddCut[] {
  let cuts: OddCut[] = [];
  for (let round = 0; round < 3; round++)
    cuts = renewCuts(cuts, gram, NODES, RENEW).map((cut) => ({ ...cut, multiplier: 1 }));
  return cuts;
}

describe('the inequalities of odd sets of nodes', () => {
  it('are obeyed by every split, so that a bound by them is one', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), (seed, split) => {
        const cuts = cutsOf(gramOf(seed, 3));
        expect(cuts.length).toBeGreaterThan(0);
        for (const cut of cuts) expect(broken(cut, gramOf(split, 1))).toBeLessThan(1e-9);
      }),
      { numRuns: 60 },
    );
    expect(cutsOf(gramOf(1, 1))).toEqual([]);
  });

  it('grow from three nodes to five and seven, each broken by the vectors that they are found for', () => {
    const widths = new Set<number>();
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const gram = gramOf(seed, 3);
        for (const cut of cutsOf(gram)) {
          widths.add(cut.nodes.length);
          expect(new Set(cut.nodes).size).toBe(cut.nodes.length);
          expect([...cut.nodes].sort((a, b) => a - b)).toEqual(cut.nodes);
          expect(cut.signs.every((sign) => Math.abs(sign) === 1)).toBe(true);
          expect(broken(cut, gram)).toBeGreaterThan(RENEW.least - 1e-9);
        }
      }),
      { numRuns: 40 },
    );
    expect([...widths].sort()).toEqual([3, 5, 7]);
  });
});
