import { afterEach, describe, expect, it } from 'vitest';
import { startExplorer } from '../../../../client/state/explorer.ts';
import { alliancesOf, createMeasures } from '../../../../client/state/measures/measures.ts';
import type { ExplorerState } from '../../../../client/state/store.ts';
import type { RunMeasures } from '../../../../client/workers/run-measures.ts';
import { runTask } from '../../../../server/core/measures/report.ts';
import { nodeLooks } from '../../../../server/core/picture/find-looks.ts';
import { shownGraph } from '../../../../server/core/picture/graph-index.ts';
import { edge, graphOf, historyOf, node, serve, statusOf, until } from '../world.ts';

const YEARS = ['2021', '2022', '2023'];
const GRAPH = graphOf(
  ['a', 'b', 'c', 'd'].map((key) => node(key, 'Actor')),
  [
    edge('1', 'a', 'b', 'SUPPORTS', { since: '2021' }),
    edge('2', 'b', 'c', 'OPPOSES', { since: '2022' }),
    edge('3', 'c', 'd', 'OPPOSES', { since: '2023' }),
  ],
);

let close = () => {};
afterEach(() => close());

/** An explorer whose timeline has three years, and what it has measured. */
async function open(search: string, run: RunMeasures) {
  const measured: number[] = [];
  const { call } = serve({
    status: () => statusOf('ready', { counts: { nodes: 4, edges: 3 } }),
    schema: () => ({
      ...{ labels: [], relationshipTypes: [], modalities: [], confidences: [], sources: [] },
      truncated: false,
    }),
    timeline: () => ({
      ...{ unit: 'year', undated: 0, truncated: false },
      bins: YEARS.map((date) => ({ date, total: 1, types: { SUPPORTS: 1 } })),
    }),
    graph: () => GRAPH,
  });
  const counted: RunMeasures = (graph, ...asked) => {
    measured.push(graph.edges.length);
    return run(graph, ...asked);
  };
  const explorer = startExplorer({
    ...{ call, link: historyOf(search), memory: undefined },
    openMeasures: async (store, own) => createMeasures(store, own ?? alliancesOf(store), { run: counted }),
  });
  close = explorer.close;
  return { ...explorer, measured };
}

const here: RunMeasures = (graph, task) => runTask(graph, task);
const coloured = (state: ExplorerState) => nodeLooks(state).key.length > 0;

describe('what the timeline would show next', () => {
  it('is measured beforehand, so that a step recolours in the turn it is taken in', async () => {
    const { store, actions, measured } = await open('?colour=camps', here);
    await until(() => measured.length === 3);
    await until(() => coloured(store.getState()));
    // The last is known once a turn has gone by.
    await new Promise((resolve) => setTimeout(resolve, 20));
    const drawn: [edges: number, coloured: boolean][] = [];
    store.subscribe((state) => drawn.push([shownGraph(state).edges.length, coloured(store.getState())]));
    actions.setRange(undefined, '2022');
    await until(() => shownGraph(store.getState()).edges.length === 2);
    expect(drawn.filter(([, colour]) => !colour)).toEqual([]);
    actions.setRange(undefined, undefined);
    await until(() => shownGraph(store.getState()).edges.length === 3);
    expect(drawn.filter(([, colour]) => !colour)).toEqual([]);
    expect(measured.sort()).toEqual([1, 2, 3]);
  });

  it('is left alone where nothing is drawn by camp', async () => {
    const { store, measured, alliances } = await open('', here);
    await until(() => store.getState().timeline.state === 'ready');
    await alliances?.measure();
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(measured).toEqual([3]);
  });

  it('is given up where one takes long, and what is shown is measured all the same', async () => {
    let cancelled = 0;
    const slow: RunMeasures = (graph, task, progress, signal) => {
      if (graph.edges.length === 3) return here(graph, task, progress);
      return new Promise((_, reject) => {
        signal?.addEventListener('abort', () => {
          cancelled += 1;
          reject(signal.reason);
        });
      });
    };
    const { store, measured } = await open('?colour=camps', slow);
    await until(() => coloured(store.getState()));
    await new Promise((resolve) => setTimeout(resolve, 1200));
    expect([measured, cancelled]).toEqual([[3, 2], 1]);
  });
});
