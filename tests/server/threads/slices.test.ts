import { describe, expect, it } from 'vitest';
import { assemble } from '../../../server/core/answers/graph.ts';
import type { Reader } from '../../../server/core/answers/reader.ts';
import { GRAPH_OPTIONS } from '../../../server/core/model/graph-options.ts';
import { mapInSlices } from '../../../server/threads/slices.ts';

/** How often others had a turn while something was waited for. */
async function turnsDuring<T>(work: () => Promise<T>): Promise<{ result: T; turns: number }> {
  let turns = 0;
  let over = false;
  const turn = () => {
    turns += 1;
    if (!over) setImmediate(turn);
  };
  setImmediate(turn);
  const result = await work();
  over = true;
  return { result, turns };
}

describe('work in slices', () => {
  it('makes what one go makes, and lets others have their turn', async () => {
    const many = Array.from({ length: 20 }, (_, at) => at);
    const busy = (at: number) => {
      for (const until = performance.now() + 4; performance.now() < until; );
      return at * 2;
    };
    const { result, turns } = await turnsDuring(() => mapInSlices(many, busy));
    expect(result).toEqual(many.map((at) => at * 2));
    expect(turns).toBeGreaterThan(4);
  });

  it('takes one turn each where many work at once, so that nobody else waits for all of them', async () => {
    const busy = () => {
      for (const until = performance.now() + 2; performance.now() < until; );
    };
    const many = Array.from({ length: 20 }, (_, at) => at);
    const one = await turnsDuring(() => mapInSlices(many, busy));
    const all = await turnsDuring(() =>
      Promise.all(Array.from({ length: 10 }, () => mapInSlices(many, busy))),
    );
    // In the same turns, ten would have no more of them than one.
    expect(all.turns).toBeGreaterThan(5 * one.turns);
  });

  it('is how a large graph is put together from its rows', async () => {
    const reader = {
      context: { identity: { idLabels: ['L'], idTypes: [] }, snapshot: 's' },
      map: mapInSlices,
    } as unknown as Reader;
    const count = 100_000;
    const nodes = Array.from({ length: count }, (_, at) => ({
      elementId: `n${at}`,
      labels: ['L'],
      degree: 1,
      properties: { id: `N${at}` },
    }));
    const edges = nodes.map(({ elementId }, at) => ({
      elementId: `e${at}`,
      type: 'T',
      source: elementId,
      target: at === 0 ? 'elsewhere' : 'n0',
      properties: { claim: `${at}` },
    }));
    const { result, turns } = await turnsDuring(() => assemble(reader, nodes, edges));
    expect([result.nodes.length, result.edges.length]).toEqual([count, count - 1]);
    expect(result.options).toEqual(GRAPH_OPTIONS);
    expect(turns).toBeGreaterThan(2);
  });
});
