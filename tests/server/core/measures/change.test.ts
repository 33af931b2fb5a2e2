import { describe, expect, it } from 'vitest';
import { createNullModel } from '../../../../server/core/measures/balance/null-model.ts';
import { triadCensus } from '../../../../server/core/measures/balance/triads.ts';
import { whatIf } from '../../../../server/core/measures/balance/what-if.ts';
import { frustrationIndex } from '../../../../server/core/measures/frustration/frustration.ts';
import { randomFrom } from '../../../../server/core/measures/random.ts';
import { degreeOfBalance } from '../../../../server/core/measures/signed/balance.ts';
import { compareWithChance } from '../../../../server/core/measures/signed/chance.ts';
import { edgesFrom, mergeEdges, type SignedGraph } from '../../../../server/core/measures/signed-graph.ts';
import { tablesOf } from '../../../../server/core/measures/tables.ts';
import { graphOf, tribes } from './networks.ts';

/** Against the same edges with their signs permuted. */
function byChance(
  graph: SignedGraph,
  measure: (graph: SignedGraph) => number | null,
  options: { seed?: number; draws?: number } = {},
) {
  const tables = tablesOf(graphOf([]));
  const random = randomFrom(options.seed ?? 0, 'null model');
  return compareWithChance(
    graph,
    measure,
    createNullModel({ signed: graph, tables, name: 'direct' }, 'issue', random).draw,
    options,
  );
}

const balance = (graph: SignedGraph) => degreeOfBalance(triadCensus(graph)).balance;

describe('the null model', () => {
  it('finds the balance of the Highland tribes far beyond chance, the same for the same seed', () => {
    const { graph } = tribes();
    const chance = byChance(graph, balance, { seed: 1 });
    expect(chance).toEqual(byChance(graph, balance, { seed: 1 }));
    expect(chance?.draws).toBe(500);
    expect(chance?.z).toBeGreaterThan(4);
    expect(chance?.higher).toBeLessThan(0.01);
  });

  it('says nothing where the measure does not, and has no z-score where the draws do not differ', () => {
    const pair = mergeEdges(edgesFrom(2, [[0, 1, 1]]));
    expect(byChance(pair, balance)).toBeNull();
    expect(byChance(pair, (graph) => graph.sign.length)?.z).toBeNull();
  });

  it('keeps the number of oppositions in every draw', () => {
    const { graph } = tribes();
    const chance = byChance(graph, ({ sign }) => sign.filter((each) => each < 0).length, {
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
