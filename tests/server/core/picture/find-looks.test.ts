import { afterEach, describe, expect, it } from 'vitest';
import { startExplorer } from '../../../../client/state/explorer.ts';
import type { MeasureNodes } from '../../../../client/workers/measure-nodes.ts';
import { CATEGORIES } from '../../../../server/core/looks/palette.ts';
import { measureNodes } from '../../../../server/core/measures/registry.ts';
import { nodeLooks } from '../../../../server/core/picture/find-looks.ts';
import { edge, graphOf, historyOf, node, serve, statusOf, until } from '../../../client/state/world.ts';

const STAR = graphOf(
  ['a', 'b', 'c', 'd'].map((key, at) => node(key, 'Person', { party: at < 3 ? 'x' : 'y', age: at })),
  ['b', 'c', 'd'].map((key) => edge(key, key, 'a')),
);
const here: MeasureNodes = async (graph, name, progress, signal) => {
  await Promise.resolve();
  signal?.throwIfAborted();
  return measureNodes(graph, name, progress);
};
let close = () => {};
afterEach(() => close());

async function open(search: string, by: MeasureNodes = here) {
  const { call } = serve({
    status: () => statusOf('ready'),
    schema: () => ({
      ...{ labels: [], relationshipTypes: [], modalities: [], confidences: [], sources: [] },
      truncated: false,
    }),
    timeline: () => ({ unit: 'month', bins: [], undated: 1, truncated: false }),
    graph: () => STAR,
  });
  const explorer = startExplorer({ call, link: historyOf(search), memory: undefined, measure: by });
  close = explorer.close;
  await until(() => explorer.store.getState().graph.state === 'ready');
  return explorer;
}

describe('the looks of nodes', () => {
  it('are the usual ones, and the same object, where nothing else is asked for', async () => {
    const { store } = await open('');
    expect(nodeLooks(store.getState())).toEqual({ key: [] });
    expect(nodeLooks(store.getState())).toBe(nodeLooks(store.getState()));
  });

  it('size the broker of a star largest by betweenness', async () => {
    const { store } = await open('?size=betweenness');
    await until(() => nodeLooks(store.getState()).sizes !== undefined);
    const sizes = nodeLooks(store.getState()).sizes;
    for (const leaf of ['b', 'c', 'd']) expect(sizes?.get('a')).toBeGreaterThan(sizes?.get(leaf) ?? 99);
  });

  it('colour by a property: the most frequent first, with true counts', async () => {
    const { store } = await open('?colour=property%3Aparty');
    const { fills, key } = nodeLooks(store.getState());
    expect(key).toEqual([
      { fill: 0, title: 'x', count: 3 },
      { fill: 1, title: 'y', count: 1 },
    ]);
    expect(fills?.get('d')).toBe(1);
  });

  it('colour numbers by a scale from little to much', async () => {
    const { store } = await open('?colour=property%3Aage');
    const fills = nodeLooks(store.getState()).fills;
    const inOrder = ['a', 'b', 'c', 'd'].map((key) => fills?.get(key) ?? 0);
    expect(inOrder).toEqual([...inOrder].sort((a, b) => a - b));
    expect(Math.min(...inOrder)).toBeGreaterThan(CATEGORIES);
    expect(new Set(inOrder).size).toBe(4);
  });

  it.each(['colour', 'shape'] as const)(
    'keep what a %s means when a filter hides the most frequent value',
    async (look) => {
      const { store, actions } = await open(`?${look}=property%3Aparty`);
      const drawn = (key: string) => {
        const { fills, shapes } = nodeLooks(store.getState());
        return look === 'colour' ? fills?.get(key) : shapes?.get(key);
      };
      const before = drawn('d');
      expect(before).not.toBe(drawn('a'));
      actions.hide(['a', 'b', 'c']);
      expect(drawn('d')).toBe(before);
      const { key, shapeKey = [] } = nodeLooks(store.getState());
      expect([...key, ...shapeKey].map(({ title, count }) => `${title}: ${count}`)).toEqual(['y: 1']);
    },
  );

  it('keep the communities of all there is when nodes are hidden', async () => {
    const { store, actions } = await open('?colour=communities');
    await until(() => nodeLooks(store.getState()).key.length > 0);
    const { of } = store.getState().measurements.communities ?? {};
    actions.hide(['b']);
    expect(nodeLooks(store.getState()).key.length).toBeGreaterThan(0);
    expect(store.getState().measurements.communities?.of).toBe(of);
  });

  it('count every node in the key once, whatever is hidden', async () => {
    const { store, actions } = await open('?colour=communities');
    await until(() => nodeLooks(store.getState()).key.length > 0);
    actions.hide(['b']);
    await until(() => nodeLooks(store.getState()).key.reduce((sum, { count }) => sum + count, 0) === 3);
  });

  it('size by a property of numbers, and all alike by one that nobody has', async () => {
    const { store, actions } = await open('?size=property%3Aage');
    const { sizes, sizeKey } = nodeLooks(store.getState());
    expect(sizes?.get('d')).toBeGreaterThan(sizes?.get('a') ?? 99);
    expect(sizeKey?.map(({ title }) => title)).toEqual(['0', '3']);
    expect(nodeLooks(store.getState()).says).toEqual({ size: 'Property age' });
    actions.setSize('property:nothing');
    expect(new Set(nodeLooks(store.getState()).sizes?.values()).size).toBe(1);
  });

  it('stay usual, and say why, when a measure fails', async () => {
    const { store } = await open('?size=pagerank', () => Promise.reject(new Error('The worker broke.')));
    await until(() => store.getState().measurements.pagerank?.found.state === 'failed');
    expect(nodeLooks(store.getState()).sizes).toBeUndefined();
    expect(nodeLooks(store.getState()).says).toEqual({});
  });

  it('cancel a measure that is no longer wanted', async () => {
    const signals: AbortSignal[] = [];
    const never: MeasureNodes = (_graph, _name, _progress, signal) => {
      if (signal) signals.push(signal);
      return new Promise(() => {});
    };
    const { store, actions } = await open('?size=betweenness', never);
    await until(() => signals.length === 1);
    actions.setSize(undefined);
    expect(signals[0]?.aborted).toBe(true);
    expect(store.getState().measurements.betweenness).toBeUndefined();
  });
});
