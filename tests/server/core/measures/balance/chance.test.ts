import { describe, expect, it } from 'vitest';
import { MARGINS, permuter } from '../../../../../server/core/measures/balance/null-model.ts';
import { randomFrom } from '../../../../../server/core/measures/random.ts';
import { compareNetwork } from '../../../../../server/core/measures/signed/chance.ts';
import { networkOf } from '../../../../../server/core/measures/signed-network.ts';
import { NETWORKS, tablesOf } from '../../../../../server/core/measures/tables.ts';
import type { Sign } from '../../../../../server/core/model/graph.ts';
import { graphOf } from '../networks.ts';

type Row = [string, string, Sign];

/** Nine actors who take stances on seven issues, and on each other, each by the toss of a coin. */
function randomSet(seed: number) {
  const random = randomFrom(seed, 'random set');
  const coin = (): Sign => (random() < 0.5 ? 1 : -1);
  const actors = Array.from({ length: 9 }, (_, at) => `Actor ${at}`);
  const rows: Row[] = [];
  for (const [at, actor] of actors.entries()) {
    for (let issue = 0; issue < 7; issue++) if (random() < 0.6) rows.push([actor, `issue ${issue}`, coin()]);
    for (const other of actors.slice(at + 1)) if (random() < 0.4) rows.push([actor, other, coin()]);
  }
  return graphOf(rows);
}

/** So many sets of each kind, and draws of each: enough to tell 5 % from none and from twenty. */
const SETS = 100;
const DRAWS = 99;

describe('the comparison with chance', () => {
  it.each(NETWORKS)(
    'calls about one in twenty random sets more or less than chance: %s',
    (name) => {
      let rejected = 0;
      for (let seed = 0; seed < SETS; seed++) {
        const network = networkOf(randomSet(seed), { network: name, seed });
        if (Number(compareNetwork(network, { most: DRAWS })?.p) < 0.05) rejected += 1;
      }
      expect(rejected).toBeGreaterThanOrEqual(1);
      expect(rejected).toBeLessThanOrEqual(10);
    },
    60_000,
  );

  it('finds two camps that differ on every issue far from chance', () => {
    const rows = Array.from({ length: 8 }, (_, actor) =>
      Array.from({ length: 7 }, (_, issue): Row => {
        const side = (actor < 4 ? 1 : -1) * (issue % 2 === 0 ? 1 : -1);
        return [`Actor ${actor}`, `issue ${issue}`, side as Sign];
      }),
    ).flat();
    const found = compareNetwork(networkOf(graphOf(rows), { network: 'agreement' }));
    expect(found?.value).toBe(1);
    expect(found?.p).toBeLessThan(0.03);
  });

  it.each(MARGINS)('keeps of the stances what it says: %s', (margins) => {
    const { stands } = tablesOf(randomSet(7));
    const sums = (of: Uint32Array, count: number, sign: Int8Array) => {
      const all = new Int32Array(count);
      for (const [row, each] of of.entries()) all[each] = Number(all[each]) + Number(sign[row]);
      return all.join();
    };
    const byIssue = (sign: Int8Array) => sums(stands.issue, stands.issues, sign);
    const byActor = (sign: Int8Array) => sums(stands.actor, stands.actors, sign);
    const permute = permuter(stands, margins, randomFrom(3));
    const draws = Array.from({ length: 20 }, () => permute());
    for (const sign of draws) {
      if (margins !== 'actor') expect(byIssue(sign)).toBe(byIssue(stands.sign));
      if (margins !== 'issue') expect(byActor(sign)).toBe(byActor(stands.sign));
    }
    expect(new Set(draws.map((sign) => sign.join())).size).toBeGreaterThan(10);
    if (margins === 'issue') expect(draws.some((sign) => byActor(sign) !== byActor(stands.sign))).toBe(true);
  });
});
