import { afterEach, describe, expect, it } from 'vitest';
import { startExplorer } from '../../../../client/state/explorer.ts';
import { alliancesOf, createMeasures } from '../../../../client/state/measures/measures.ts';
import type { MeasureNodes } from '../../../../client/workers/measure-nodes.ts';
import type { RunMeasures } from '../../../../client/workers/run-measures.ts';
import { nameOf } from '../../../../server/core/layout/arrangement.ts';
import { measureNodes } from '../../../../server/core/measures/registry.ts';
import { runTask } from '../../../../server/core/measures/report.ts';
import { arrangementOf } from '../../../../server/core/picture/arrangement.ts';
import { groupsOf } from '../../../../server/core/picture/find-groups.ts';
import { looksFound, nodeLooks } from '../../../../server/core/picture/find-looks.ts';
import { shownGraph } from '../../../../server/core/picture/graph-index.ts';
import { MOST_GROUPS } from '../../../../server/core/picture/groups.ts';
import type { GraphQuery } from '../../../../server/core/view/compose/graph-query.ts';
import { filterGraph } from '../../../../server/core/view/filter-graph.ts';
import { edge, graphOf, historyOf, node, serve, statusOf, until } from '../../../client/state/world.ts';

const actor = (key: string, party?: string) => {
  const given = node(key, 'Person', party === undefined ? {} : { party });
  return { ...given, attributes: { ...given.attributes, labels: ['Actor', 'Person'] } };
};
const ALL = graphOf(
  [actor('a', 'x'), actor('b', 'x'), actor('c', 'y'), actor('d'), node('e', 'Event')],
  [edge('1', 'a', 'b'), edge('2', 'b', 'c', 'OPPOSES'), edge('3', 'a', 'c', 'OPPOSES')],
);
const byHand: MeasureNodes = async (graph, name, progress, signal) => {
  await Promise.resolve();
  signal?.throwIfAborted();
  return measureNodes(graph, name, progress);
};
const here: RunMeasures = (graph, task) => runTask(graph, task);
let close = () => {};
afterEach(() => close());

async function open(search: string) {
  const { call } = serve({
    status: () => statusOf('ready', { counts: { nodes: 5, edges: 3 } }),
    schema: () => ({
      ...{ labels: [], relationshipTypes: [], modalities: [], confidences: [], sources: [] },
      truncated: false,
    }),
    timeline: () => ({ unit: 'month', bins: [], undated: 1, truncated: false }),
    graph: ({ query }) => filterGraph(ALL, (query ?? {}) as GraphQuery),
  });
  const explorer = startExplorer({
    call,
    link: historyOf(search),
    memory: undefined,
    measure: byHand,
    openMeasures: async (store, own) => createMeasures(store, own ?? alliancesOf(store), { run: here }),
  });
  close = explorer.close;
  await until(() => explorer.store.getState().graph.state === 'ready');
  return explorer;
}

describe('the groups of a layout', () => {
  it('are none where the layout is another one', async () => {
    const { store } = await open('?group=camps');
    expect(groupsOf(store.getState())).toBeUndefined();
    expect(arrangementOf(store.getState())).toEqual({});
  });

  it('are labels in words, and stay in place when a filter leaves some out', async () => {
    const { store, actions } = await open('?layout=groups');
    await until(() => store.getState().base?.state === 'ready');
    const before = arrangementOf(store.getState());
    expect([...(before?.groups?.values() ?? [])].sort()).toEqual(['Events', ...Array(4).fill('People')]);
    actions.hide(['a']);
    expect(nameOf(arrangementOf(store.getState()) ?? {})).toBe(nameOf(before ?? {}));
  });

  it('by a property leave out who does not have it', async () => {
    const { store } = await open('?layout=groups&group=property%3Aparty');
    expect([...(groupsOf(store.getState()) ?? [])]).toEqual([
      ['a', 'x'],
      ['b', 'x'],
      ['c', 'y'],
    ]);
  });

  it('by connected part leave out who is connected to nobody', async () => {
    const { store } = await open('?layout=groups&group=part');
    expect(new Set(groupsOf(store.getState())?.values())).toEqual(new Set(['Connected component 1']));
    expect([...(groupsOf(store.getState())?.keys() ?? [])].sort()).toEqual(['a', 'b', 'c']);
  });

  it.each(['communities', 'camps', 'blocs'])(
    'wait for %s to be found, and are named in the picture',
    async (group) => {
      const { store } = await open(`?layout=groups&group=${group}`);
      await until(() => arrangementOf(store.getState()) !== undefined);
      const groups = groupsOf(store.getState());
      expect(groups?.get('a')).toBe(groups?.get('b'));
      if (group === 'camps') expect(groups?.get('a')).not.toBe(groups?.get('c'));
      expect(nodeLooks(store.getState()).groups).toBe(groups);
    },
  );

  it.each(['communities', 'part'])('by %s stay as they are when filters leave some out', async (group) => {
    const { store, actions } = await open(`?layout=groups&group=${group}`);
    await until(() => arrangementOf(store.getState()) !== undefined);
    const before = nameOf(arrangementOf(store.getState()) ?? {});
    actions.hide(['b']);
    store.setState(({ view }) => ({ view: { ...view, type: ['OPPOSES'] } }));
    await until(() => shownGraph(store.getState()).edges.length === 1);
    await until(() => looksFound(store.getState()));
    expect(nameOf(arrangementOf(store.getState()) ?? {})).toBe(before);
  });

  it.each([
    ['communities', 'OPPOSES'],
    // Without what opposes, c is connected to nobody.
    ['part', 'SUPPORTS'],
  ])('by %s are those of a link without filters', async (group, type) => {
    const whole = await open(`?layout=groups&group=${group}`);
    await until(() => arrangementOf(whole.store.getState()) !== undefined);
    const before = nameOf(arrangementOf(whole.store.getState()) ?? {});
    whole.close();
    const { store } = await open(`?layout=groups&group=${group}&type=${type}`);
    await until(() => arrangementOf(store.getState()) !== undefined);
    expect(nameOf(arrangementOf(store.getState()) ?? {})).toBe(before);
    await until(() => looksFound(store.getState()));
  });

  it('are found anew where what is shown is another network', async () => {
    const { store, actions } = await open('?layout=groups&group=camps');
    await until(() => arrangementOf(store.getState()) !== undefined);
    const before = nameOf(arrangementOf(store.getState()) ?? {});
    actions.hide(['b']);
    await until(() => {
      const now = arrangementOf(store.getState());
      return now !== undefined && nameOf(now) !== before;
    });
    expect(groupsOf(store.getState())?.has('b')).toBe(false);
  });

  it('go with their measuring when that is cancelled', async () => {
    const { store, alliances } = await open('?layout=groups&group=camps');
    alliances?.cancel();
    expect(store.getState().view).toEqual({});
  });

  it('are at most so many as can be told apart', async () => {
    expect(MOST_GROUPS).toBeLessThan(30);
    const many = graphOf(Array.from({ length: 60 }, (_, at) => node(`n${at}`, `Label${at}`)));
    const groups = groupsOf({
      graph: { state: 'ready', value: many },
      view: { layout: 'groups' },
      measurements: {},
    });
    expect(new Set(groups?.values()).size).toBe(MOST_GROUPS);
  });
});

describe('what says how a picture is drawn', () => {
  it.each(['', '?size=same&colour=property%3Aparty', '?layout=hierarchy'])(
    'is there at once for %s',
    async (search) => {
      const { store } = await open(search);
      expect(looksFound(store.getState())).toBe(true);
    },
  );

  it.each(['?width=parallel', '?look=node;+colour=teal'])(
    'is there once its code is, for %s',
    async (search) => {
      const { store } = await open(search);
      await until(() => looksFound(store.getState()));
      expect(nodeLooks(store.getState()).widths?.size).toBeDefined();
    },
  );

  it('is waited for while it is measured', async () => {
    const { store } = await open('?shape=communities&layout=groups&group=camps');
    expect(looksFound({ ...store.getState(), measurements: {}, alliances: undefined })).toBe(false);
    await until(() => looksFound(store.getState()));
    expect(nodeLooks(store.getState()).shapeKey?.length).toBeGreaterThan(0);
  });
});
