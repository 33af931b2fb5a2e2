import { describe, expect, it } from 'vitest';
import { movedBetween } from '../../../../server/core/measures/moved.ts';
import { runTask } from '../../../../server/core/measures/report.ts';
import type { Sign } from '../../../../server/core/model/graph.ts';
import { graphOf } from './networks.ts';

const WAR: [string, string, Sign, Record<string, string>?][] = [
  ['Russia', 'Ukraine', -1],
  ['Putin', 'Europe', -1, { modality: 'hypothetical' }],
];

describe('what is concluded from a network', () => {
  it('leaves out what is hypothetical, unless somebody chooses otherwise', async () => {
    const { found } = await runTask(graphOf(WAR), { network: 'direct' });
    expect(found.frustration.camps).toEqual([[['Russia'], ['Ukraine']]]);
    const all = await runTask(graphOf(WAR), { network: 'direct', tables: { weights: { hypothetical: 1 } } });
    expect(all.found.frustration.camps).toHaveLength(2);
  });

  it('weighs direct stances: one that is doubted does not undo one that is stated', async () => {
    const both: typeof WAR = [
      ['Ann', 'Ben', 1],
      ['Ben', 'Ann', -1, { confidence: 'contested' }],
    ];
    const equal = await runTask(graphOf(both), { network: 'direct' });
    expect([equal.counts.edges, equal.counts.leftOut.contradictoryPairs]).toEqual([0, 1]);
    const task = { network: 'direct', tables: { weights: { contested: 0.5 } } } as const;
    expect((await runTask(graphOf(both), task)).counts).toMatchObject({ edges: 1, positive: 1 });
  });

  it('is nothing where there is too little, which is said in one sentence', async () => {
    const { tooThin } = await runTask(graphOf(WAR), { network: 'direct' });
    expect(tooThin).toBe(
      'There is only 1 signed edge; with fewer than 15, a single one more or less could change the result.',
    );
  });

  it('says nothing of chance where all permutations of the stances give the same network, however balanced', async () => {
    const actors = Array.from({ length: 8 }, (_, at) => `Actor ${at}`);
    const graph = graphOf(
      actors.map((actor, at): [string, string, Sign] => [actor, 'issue', at < 4 ? 1 : -1]),
    );
    for (const network of ['agreement', 'merged'] as const) {
      const { counts, found } = await runTask(graph, { network });
      expect([counts.edges, found.balance.balance, found.chance?.z, found.chance?.p]).toEqual([
        28,
        1,
        null,
        1,
      ]);
    }
  });
});

describe('what would move, if an edge were added', () => {
  it('is nobody where it joins two components, of whose camps nothing said which go together', async () => {
    const apart: typeof WAR = [
      ['Ann', 'Ben', -1],
      ['Cyd', 'Dan', -1],
    ];
    const before = await runTask(graphOf(apart), { network: 'direct' });
    for (const sign of [1, -1] as const)
      for (const target of ['Cyd', 'Dan']) {
        const whatIf = [{ kind: 'add', source: 'Ann', target, sign }] as const;
        const after = await runTask(graphOf(apart), { network: 'direct', whatIf });
        expect(movedBetween(before, after)).toEqual([]);
      }
  });

  it('is whoever is with others than before', async () => {
    const joined: typeof WAR = [
      ['Ann', 'Ben', 1],
      ['Ben', 'Cyd', 1],
      ['Cyd', 'Dan', -1],
    ];
    const before = await runTask(graphOf(joined), { network: 'direct' });
    const whatIf = [{ kind: 'flip', source: 'Cyd', target: 'Dan' }] as const;
    expect(movedBetween(before, await runTask(graphOf(joined), { network: 'direct', whatIf }))).toEqual([
      'Dan',
    ]);
  });
});
