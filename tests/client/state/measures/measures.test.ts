import { describe, expect, it } from 'vitest';
import { createMeasures, createMeasuresStore } from '../../../../client/state/measures/measures.ts';
import { createExplorerStore } from '../../../../client/state/store.ts';
import type { RunMeasures } from '../../../../client/workers/run-measures.ts';
import { runTask } from '../../../../server/core/measures/report.ts';
import type { Graph } from '../../../../server/core/model/graph.ts';
import { edge, graphOf, node } from '../world.ts';

const triangle = graphOf(
  ['a', 'b', 'c'].map((key) => node(key)),
  [edge('1', 'a', 'b'), edge('2', 'b', 'c'), edge('3', 'a', 'c', 'OPPOSES')],
);

/** The measures themselves, without a worker around them: Node has none of the browser's kind. */
const here: RunMeasures = async (graph, task, onProgress = () => {}, signal) => {
  const report = await runTask(graph, task, { onProgress });
  signal?.throwIfAborted();
  return report;
};

const never = new AbortController().signal;

function explorerOn(graph: Graph) {
  const store = createExplorerStore({});
  store.setState({ graph: { state: 'ready', value: graph } });
  return store;
}

describe('the measures of the shown graph', () => {
  it('are taken when asked for, with nodes by key', async () => {
    const kept = createMeasuresStore();
    const measures = createMeasures(explorerOn(triangle), kept, { run: here });
    expect(kept.getState().report).toEqual({ state: 'idle' });
    await measures.measure();
    const { report } = kept.getState();
    if (report.state !== 'ready') throw new Error(report.state);
    const { counts, found } = report.value;
    expect(counts).toMatchObject({ nodes: 3, edges: 3 });
    expect(found.frustration).toMatchObject({ lower: 1, upper: 1 });
    expect(found.triads.unbalanced).toHaveLength(1);
    expect(found.twoCamps.witnesses[0]).toHaveLength(3);
    expect(Object.keys(found.blocs.clustering.of)).toEqual(['a', 'b', 'c']);
    measures.close();
  });

  it('follow a change to a scratch copy and leave the graph as it is', async () => {
    const kept = createMeasuresStore();
    const measures = createMeasures(explorerOn(triangle), kept, { run: here });
    measures.setTask({ network: 'direct', whatIf: [{ kind: 'flip', source: 'a', target: 'c' }] });
    await measures.measure();
    const { report } = kept.getState();
    expect(report).toMatchObject({
      value: { found: { twoCamps: { balanced: true }, frustration: { upper: 0 } } },
    });
    measures.close();
  });

  it('are stale once the graph or the task has changed, until taken anew', async () => {
    const store = explorerOn(triangle);
    const kept = createMeasuresStore();
    const measures = createMeasures(store, kept, { run: here });
    await measures.measure();
    store.setState({ view: { hide: ['c'] } });
    expect(kept.getState().stale).toBe(true);
    await measures.measure();
    expect(kept.getState()).toMatchObject({
      stale: false,
      report: { value: { counts: { nodes: 2 } } },
    });
    measures.setTask({ network: 'agreement' });
    expect(kept.getState().stale).toBe(true);
    measures.close();
  });

  it('are recalled at once where the same part of the same data was measured before', async () => {
    const store = explorerOn(triangle);
    let runs = 0;
    const counted: RunMeasures = (...asked) => {
      runs += 1;
      return here(...asked);
    };
    const kept = createMeasuresStore();
    const measures = createMeasures(store, kept, { run: counted });
    expect(measures.recall()).toBe(false);
    await measures.measure();
    store.setState({ graph: { state: 'ready', value: { ...triangle, edges: triangle.edges.slice(1) } } });
    expect(measures.recall()).toBe(false);
    store.setState({ graph: { state: 'ready', value: { ...triangle } } });
    expect(measures.recall()).toBe(true);
    expect(kept.getState()).toMatchObject({ stale: false, report: { state: 'ready' } });
    const later = { ...triangle, attributes: { ...triangle.attributes, snapshot: 'two' } };
    store.setState({ graph: { state: 'ready', value: later } });
    expect(measures.recall()).toBe(false);
    measures.setTask({ network: 'merged' });
    expect([measures.recall(), runs]).toEqual([false, 1]);
    measures.close();
  });

  it('are taken beforehand only of what can be kept', async () => {
    const kept = createMeasuresStore();
    const measures = createMeasures(explorerOn(triangle), kept, { run: here });
    const many = Array.from({ length: 5001 }, (_, at) => edge(`${at}`, 'a', 'b'));
    expect(measures.foresee(graphOf(triangle.nodes, many), never)).toBeUndefined();
    await measures.foresee(triangle, never);
    expect(measures.foresee({ ...triangle }, never)).toBeUndefined();
    expect(kept.getState().report).toEqual({ state: 'idle' });
    expect(measures.recall()).toBe(true);
    measures.close();
  });

  it('can be cancelled while they are taken', async () => {
    const kept = createMeasuresStore();
    const measures = createMeasures(explorerOn(triangle), kept, { run: here });
    void measures.measure();
    expect(kept.getState().report.state).toBe('loading');
    measures.cancel();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(kept.getState().report).toEqual({ state: 'idle' });
    measures.close();
  });

  it('tell what was wrong with a change that does not fit', async () => {
    const kept = createMeasuresStore();
    const measures = createMeasures(explorerOn(triangle), kept, { run: here });
    measures.setTask({ network: 'direct', whatIf: [{ kind: 'add', source: 'a', target: 'c', sign: 1 }] });
    await measures.measure();
    expect(kept.getState().report).toMatchObject({ state: 'failed' });
    measures.close();
  });
});
