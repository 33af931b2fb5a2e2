import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  agreementNetwork,
  agreementValues,
  type Stands,
  signedAgreement,
} from '../../../../../server/core/measures/blocs/agreement.ts';
import { coAttendance } from '../../../../../server/core/measures/blocs/co-attendance.ts';

function standsOf(
  rows: readonly (readonly [number, number, number, number?])[],
  actors = 4,
  issues = 5,
): Stands {
  return {
    actors,
    issues,
    actor: Uint32Array.from(rows, ([actor]) => actor),
    issue: Uint32Array.from(rows, ([, issue]) => issue),
    sign: Int8Array.from(rows, ([, , sign]) => sign),
    weight: Float64Array.from(rows, ([, , , weight = 1]) => weight),
  };
}

const anyStands = fc.array(
  fc.tuple(fc.nat({ max: 3 }), fc.nat({ max: 4 }), fc.constantFrom(-1, 1), fc.constantFrom(0, 0.25, 0.5, 1)),
  { maxLength: 30 },
);

/** An actor's position on an issue, as the definition has it. */
function position(
  rows: readonly (readonly [number, number, number, number])[],
  actor: number,
  issue: number,
): number {
  const own = rows.filter(([who, what]) => who === actor && what === issue);
  const sum = own.reduce((all, [, , sign, weight]) => all + sign * weight, 0);
  const side = own.filter(([, , sign]) => sign === Math.sign(sum)).map(([, , , weight]) => weight);
  return sum === 0 ? 0 : Math.sign(sum) * Math.max(...side);
}

describe('the agreement network', () => {
  it('counts shared issues as congruence or conflict, and divides by what the two speak of on average', () => {
    const network = agreementNetwork(
      standsOf([
        [0, 0, 1],
        [0, 1, -1],
        [0, 2, 1],
        [1, 0, 1],
        [1, 1, 1],
        [1, 3, 1],
        [1, 4, 1],
        [1, 2, 1],
      ]),
    );
    expect([network.source[0], network.target[0]]).toEqual([0, 1]);
    expect([network.congruence[0], network.conflict[0]]).toEqual([2, 1]);
    expect(agreementValues(network)[0]).toBe(1);
    expect(agreementValues(network, true)[0]).toBe(1 / 4);
    const signed = signedAgreement(network, 4);
    expect([signed.source.length, signed.sign[0]]).toEqual([1, 1]);
    expect(signedAgreement(network, 4, 0.25).source).toHaveLength(0);
  });

  it('is what its definition says, and every edge names the stands that it rests on', () => {
    fc.assert(
      fc.property(anyStands, (rows) => {
        const network = agreementNetwork(standsOf(rows));
        const pairs = new Map(
          [...network.source.keys()].map((at) => [`${network.source[at]},${network.target[at]}`, at]),
        );
        for (let one = 0; one < 4; one++)
          for (let other = one + 1; other < 4; other++) {
            const products = [0, 1, 2, 3, 4].map(
              (issue) => position(rows, one, issue) * position(rows, other, issue),
            );
            const at = pairs.get(`${one},${other}`);
            const sum = (test: (each: number) => boolean) =>
              products.filter(test).reduce((all, each) => all + Math.abs(each), 0);
            expect(at === undefined ? 0 : network.congruence[at]).toBeCloseTo(sum((each) => each > 0));
            expect(at === undefined ? 0 : network.conflict[at]).toBeCloseTo(sum((each) => each < 0));
            const shared = network.restsOn(one, other);
            expect(shared.map(({ issue }) => issue)).toEqual(
              [0, 1, 2, 3, 4].filter((issue) => products[issue] !== 0),
            );
            for (const { issue, agree, rows: both } of shared) {
              expect(agree).toBe(Number(products[issue]) > 0);
              for (const [side, own] of both.entries())
                for (const row of own)
                  expect(rows[row]?.slice(0, 2)).toEqual([side === 0 ? one : other, issue]);
            }
          }
      }),
      { numRuns: 500 },
    );
  });

  it('leaves out stands that weigh nothing', () => {
    const network = agreementNetwork(
      standsOf([
        [0, 0, 1],
        [1, 0, 1, 0],
        [2, 0, -1, 0.5],
      ]),
    );
    expect([...network.source, ...network.target, ...network.conflict]).toEqual([0, 2, 0.5]);
    expect(network.restsOn(0, 1)).toEqual([]);
  });
});

describe('co-attendance', () => {
  it('counts an event less the more attend it, each attendant once, and names the events shared', () => {
    const rows = [
      [0, 0],
      [1, 0],
      [1, 0],
      [0, 1],
      [1, 1],
      [2, 1],
      [3, 2],
    ] as const;
    const network = coAttendance({
      actors: 4,
      events: 3,
      actor: Uint32Array.from(rows, ([actor]) => actor),
      event: Uint32Array.from(rows, ([, event]) => event),
    });
    const pairs = [...network.weight].map((weight, at) => [network.source[at], network.target[at], weight]);
    expect(pairs).toEqual([
      [0, 1, 1.5],
      [0, 2, 0.5],
      [1, 2, 0.5],
    ]);
    expect(network.restsOn(0, 1)).toEqual([0, 1]);
    expect(network.restsOn(3, 1)).toEqual([]);
  });
});
