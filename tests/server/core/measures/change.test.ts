import { describe, expect, it } from 'vitest';
import { triadCensus } from '../../../../server/core/measures/balance/triads.ts';
import { whatIf } from '../../../../server/core/measures/balance/what-if.ts';
import { frustrationIndex } from '../../../../server/core/measures/frustration/frustration.ts';
import { degreeOfBalance } from '../../../../server/core/measures/signed/balance.ts';
import { compareWithChance } from '../../../../server/core/measures/signed/chance.ts';
import { edgesFrom, mergeEdges, type SignedGraph } from '../../../../server/core/measures/signed-graph.ts';
import { tribes } from './networks.ts';

const balance = (graph: SignedGraph) => degreeOfBalance(triadCensus(graph)).balance;

describe('the null model', () => {
  it('finds the balance of the Highland tribes far beyond chance, the same for the same seed', () => {
    const { graph } = tribes();
    const chance = compareWithChance(graph, balance, { seed: 1 });
    expect(chance).toEqual(compareWithChance(graph, balance, { seed: 1 }));
    expect(chance?.draws).toBe(500);
    expect(chance?.z).toBeGreaterThan(4);
    expect(chance?.higher).toBeLessThan(0.01);
  });

  it('says nothing where the measure does not, and has no z-score where the draws do not differ', () => {
    const pair = mergeEdges(edgesFrom(2, [[0, 1, 1]]));
    expect(compareWithChance(pair, balance)).toBeNull();
    expect(compareWithChance(pair, (graph) => graph.sign.length)?.z).toBeNull();
  });

  it('keeps the number of oppositions in every draw', () => {
    const { graph } = tribes();
    const chance = compareWithChance(graph, ({ sign }) => sign.filter((each) => each < 0).length, {
      draws: 50,
    });
    expect([chance?.mean, chance?.deviation]).toEqual([29, 0]);
  });
});

describe('what if', () => {
  const graph = mergeEdges(
    edgesFrom(3, [
      [0, 1, 1],
      [1, 2, 1],
      [0, 2, -1],
    ]),
  );

  it('flips, removes and adds edges of a copy and leaves the graph alone', async () => {
    expect((await frustrationIndex(graph)).upper).toBe(1);
    const flipped = mergeEdges(whatIf(graph, [{ kind: 'flip', source: 2, target: 0 }]));
    expect((await frustrationIndex(flipped)).upper).toBe(0);
    const without = mergeEdges(whatIf(graph, [{ kind: 'remove', source: 0, target: 2 }]));
    expect(without.sign.length).toBe(2);
    const changes = [
      { kind: 'remove', source: 0, target: 2 },
      { kind: 'add', source: 0, target: 2, sign: 1 },
    ] as const;
    expect([...mergeEdges(whatIf(graph, changes)).sign]).toEqual([1, 1, 1]);
    expect([...graph.sign]).toEqual([1, -1, 1]);
  });

  it('refuses what does not fit, naming the change', () => {
    expect(() => whatIf(graph, [{ kind: 'add', source: 0, target: 1, sign: 1 }])).toThrow('does not fit');
    expect(() => whatIf(mergeEdges(edgesFrom(3, [])), [{ kind: 'flip', source: 0, target: 1 }])).toThrow();
  });
});
