import { afterEach, describe, expect, it } from 'vitest';
import { startPair } from '../../../../client/state/selection/pair.ts';
import { createExplorerStore, type ExplorerState } from '../../../../client/state/store.ts';
import { edge, graphOf, node, serve, until } from '../world.ts';

const [here, before, after, back] = [
  edge('here', 'a', 'b', 'SUPPORTS', { since: '2025-10' }),
  edge('before', 'a', 'b', 'OPPOSES', { since: '2025-09' }),
  edge('after', 'a', 'b', 'LEADS'),
  edge('back', 'b', 'a', 'OPPOSES', { since: '2025-11' }),
];
const nodes = [node('a'), node('b'), node('c')];
const whole = graphOf(nodes, [here, edge('other', 'a', 'c'), after, back, before]);
let close = () => {};
afterEach(() => close());

function open(state: Partial<ExplorerState>) {
  const store = createExplorerStore({}, []);
  store.setState({ graph: { state: 'ready', value: graphOf(nodes, [here]) }, ...state });
  const server = serve({ graph: () => graphOf(nodes.slice(0, 2), [here, after, back, before]) });
  close = startPair(store, server.call);
  const [from, to] = nodes.map(({ attributes }, at) => ({ key: 'abc'[at] ?? '', attributes }));
  if (from && to) store.setState({ edge: { state: 'ready', value: { edge: here, from, to } } });
  const keys = () => {
    const { pair } = store.getState();
    return pair.state === 'ready' ? pair.value.map(({ key }) => key) : pair.state;
  };
  return { store, keys, ...server };
}

describe('all edges between the ends of a selected one', () => {
  it('are taken from the whole graph where it is loaded, in the order of time', () => {
    const { keys, asked } = open({ base: { state: 'ready', value: whole } });
    expect(keys()).toEqual(['before', 'here', 'back', 'after']);
    expect(asked).toEqual([]);
  });

  it('are asked for, without any filter, where it is not', async () => {
    const { store, keys, asked } = open({ view: { type: ['SUPPORTS'], from: '2025-10' } });
    expect(keys()).toBe('loading');
    await until(() => Array.isArray(keys()));
    expect(keys()).toEqual(['before', 'here', 'back', 'after']);
    expect(asked.map(({ options }) => options.query)).toEqual([{ focus: ['a', 'b'], depth: 0 }]);
    store.setState({ edge: { state: 'idle' } });
    expect(keys()).toBe('idle');
  });

  it('are those between the two selected nodes as well, and of no other choice', async () => {
    const { store, keys, asked } = open({ edge: { state: 'idle' } });
    store.setState({ edge: { state: 'idle' }, graph: { state: 'ready', value: graphOf(nodes, [here]) } });
    const select = (...chosen: string[]) => store.setState({ view: { select: chosen } });
    for (const chosen of [['a'], ['a', 'here'], ['a', 'unknown'], ['a', 'b', 'c']]) {
      select(...chosen);
      expect(keys()).toBe('idle');
    }
    asked.length = 0;
    select('b', 'a');
    await until(() => Array.isArray(keys()));
    expect(keys()).toEqual(['before', 'here', 'back', 'after']);
    expect(asked.map(({ options }) => options.query)).toEqual([{ focus: ['b', 'a'], depth: 0 }]);
    store.setState({ whole });
    select('b', 'c');
    expect(keys()).toEqual([]);
    expect(asked).toHaveLength(1);
  });

  it('wait for the whole graph that is on its way', () => {
    const { store, keys, asked } = open({ base: { state: 'loading' } });
    expect(keys()).toBe('loading');
    store.setState({ base: { state: 'ready', value: whole } });
    expect(keys()).toHaveLength(4);
    expect(asked).toEqual([]);
  });
});
