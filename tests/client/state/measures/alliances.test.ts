import { afterEach, describe, expect, it } from 'vitest';
import { startExplorer } from '../../../../client/state/explorer.ts';
import type { OpenMeasures } from '../../../../client/state/measures/alliances.ts';
import { groundsOf, keysOf } from '../../../../client/state/measures/grounds.ts';
import { alliancesOf, createMeasures } from '../../../../client/state/measures/measures.ts';
import type { RunMeasures } from '../../../../client/workers/run-measures.ts';
import { camps } from '../../../../server/core/measures/nodes/camps.ts';
import { runTask } from '../../../../server/core/measures/report.ts';
import { nodeLooks } from '../../../../server/core/picture/find-looks.ts';
import { taskOfView, weighWith } from '../../../../server/core/picture/task-of-view.ts';
import { edge, graphOf, historyOf, node, serve, statusOf, until } from '../world.ts';

const GRAPH = graphOf(
  [...['a', 'b', 'c', 'd', 'e'].map((key) => node(key, 'Actor')), node('plan', 'Issue')],
  [
    edge('1', 'a', 'b'),
    edge('2', 'b', 'c', 'OPPOSES'),
    edge('3', 'a', 'c', 'OPPOSES'),
    edge('4', 'a', 'plan', 'SUPPORTS', { modality: 'proposed' }),
    edge('5', 'd', 'plan', 'OPPOSES'),
  ],
);

/** The measures themselves, without a worker around them: Node has none of the browser's kind. */
const here: RunMeasures = (graph, task, onProgress = () => {}) => runTask(graph, task, { onProgress });
let close = () => {};
afterEach(() => close());

describe('colours by camp', () => {
  it('are told with how many are in each, when they are asked for and when a filter changes them', async () => {
    const { store, actions, alliances } = await open('');
    actions.setColour('camps');
    await alliances?.measure();
    const said = () => store.getState().announcement;
    await until(() => said().includes('Coloured by camps: '));
    expect(said()).toMatch(/^Showing 6 nodes and 5 edges\. Coloured by camps: .*camp A \d/i);
    const before = said();
    actions.hide(['a']);
    await alliances?.measure();
    await until(() => said().includes('Coloured by camps: ') && said() !== before);
    actions.undo();
    await alliances?.measure();
    await until(() => said().startsWith('Undone: hide A. Showing 6 nodes and 5 edges. Coloured by camps: '));
    actions.setColour(undefined);
    expect(said()).toBe('Nodes are coloured by their label.');
  });
});

async function open(search = '') {
  const { call } = serve({
    status: () => statusOf('ready'),
    schema: () => ({
      ...{ labels: [], relationshipTypes: [], modalities: [], confidences: [], sources: [] },
      truncated: false,
    }),
    timeline: () => ({ unit: 'month', bins: [], undated: 1, truncated: false }),
    graph: () => GRAPH,
    edge: () => ({ edge: edge('1', 'a', 'b'), from: node('a'), to: node('b') }),
  });
  let opened = 0;
  const openMeasures: OpenMeasures = async (store, own) => {
    opened += 1;
    return createMeasures(store, own ?? alliancesOf(store), { run: here });
  };
  const explorer = startExplorer({ call, link: historyOf(search), memory: undefined, openMeasures });
  close = explorer.close;
  await until(() => explorer.store.getState().graph.state === 'ready');
  return { ...explorer, opened: () => opened };
}

const titles = (state: Parameters<typeof nodeLooks>[0]) => nodeLooks(state).key.map(({ title }) => title);

describe('alliances', () => {
  it('load nothing until somebody asks', async () => {
    const { store, opened, alliances } = await open();
    expect([opened(), store.getState().alliances]).toEqual([0, undefined]);
    await alliances?.measure();
    expect(opened()).toBe(1);
    expect(store.getState().alliances?.report.state).toBe('ready');
  });

  it('are measured by themselves where a link colours by camp, and the key is true', async () => {
    const { store } = await open('?colour=camps');
    await until(() => nodeLooks(store.getState()).key.length > 0);
    expect(nodeLooks(store.getState()).key).toEqual([
      { fill: 0, title: 'Camp A', count: 2 },
      { fill: 1, title: 'Camp B', count: 1 },
      { fill: 8, title: 'None', count: 3 },
    ]);
  });

  it('follow the network that the view names, and what is hidden', async () => {
    const { store, actions } = await open('?colour=camps&network=agreement');
    await until(() => titles(store.getState()).length > 0);
    expect(nodeLooks(store.getState()).fills?.get('b')).toBe(8);
    actions.setMeasured({ network: 'merged' });
    await until(
      () => nodeLooks(store.getState()).fills?.get('b') !== 8 && titles(store.getState()).length > 1,
    );
    actions.hide(['a']);
    await until(
      () =>
        titles(store.getState()).includes('Component 1, camp A') === false &&
        titles(store.getState()).length > 1,
    );
    expect(titles(store.getState())).toEqual(['Camp A', 'Camp B', 'None']);
  });

  it('do not colour by what a choice before it gave', async () => {
    const { store, actions } = await open('?colour=camps');
    await until(() => titles(store.getState()).length > 0);
    actions.setMeasured({ network: 'agreement' });
    await until(() => store.getState().alliances?.task.network === 'agreement');
    if (store.getState().alliances?.report.state !== 'ready') expect(titles(store.getState())).toEqual([]);
    await until(() => titles(store.getState()).length > 0);
    expect(nodeLooks(store.getState()).fills?.get('d')).not.toBe(8);
  });

  it('count every stand fully again once a weight is taken back', async () => {
    const { store, actions } = await open('?colour=camps&network=agreement&weigh=proposed:0');
    const edges = () => {
      const report = store.getState().alliances?.report;
      return report?.state === 'ready' ? report.value.counts.edges : undefined;
    };
    await until(() => edges() === 0);
    actions.setMeasured({ weigh: [] });
    await until(() => edges() === 1);
    expect(store.getState().alliances?.by).toEqual({ network: 'agreement' });
  });

  it('give way to the details of what is selected', async () => {
    const { store, actions } = await open();
    actions.setReading('alliances');
    actions.select(['1']);
    expect(store.getState().reading).toBe('details');
  });

  it('end, and take the colour with them, when cancelled', async () => {
    const { store, alliances } = await open('?colour=blocs');
    await until(() => store.getState().alliances !== undefined);
    alliances?.cancel();
    await until(() => store.getState().alliances?.report.state === 'idle');
    expect(store.getState().view.colour).toBeUndefined();
  });
});

describe('what is measured', () => {
  it('is written in the view, with weights that people can read', () => {
    expect(weighWith(['proposed:0.5'], 'contested', 0)).toEqual(['contested:0', 'proposed:0.5']);
    expect(weighWith(['proposed:0.5'], 'proposed', 1)).toEqual([]);
    expect(taskOfView({})).toEqual({ network: 'direct' });
    expect(taskOfView({ network: 'agreement', weigh: ['proposed:0.5'], threshold: 0.25 })).toEqual({
      network: 'agreement',
      tables: { weights: { proposed: 0.5 } },
      threshold: 0.25,
    });
  });

  it('rests on direct stances, on stands side by side, or on both', () => {
    const pair = { source: 'a', target: 'd' };
    expect(keysOf(groundsOf(GRAPH, { network: 'direct' }, { source: 'a', target: 'b' }))).toEqual(['1']);
    expect(groundsOf(GRAPH, { network: 'direct' }, pair)).toEqual({ direct: [], shared: [] });
    const { shared } = groundsOf(GRAPH, { network: 'agreement' }, pair);
    expect(shared).toMatchObject([{ issue: 'plan', agree: false, stands: [[{ key: '4' }], [{ key: '5' }]] }]);
    const without = { network: 'agreement', tables: { weights: { proposed: 0 } } } as const;
    expect(groundsOf(GRAPH, without, pair).shared).toEqual([]);
  });

  it('splits every connected part by itself and says which part a camp is of', async () => {
    const apart = graphOf(
      ['a', 'b', 'c', 'd', 'e'].map((key) => node(key, 'Actor')),
      [edge('1', 'a', 'b', 'OPPOSES'), edge('2', 'c', 'd')],
    );
    expect(camps.sides(await runTask(apart, { network: 'direct' }))).toEqual([
      { title: 'Component 1, camp A', members: ['a'] },
      { title: 'Component 1, camp B', members: ['b'] },
      { title: 'Component 2, camp A', members: ['c', 'd'] },
    ]);
  });
});
