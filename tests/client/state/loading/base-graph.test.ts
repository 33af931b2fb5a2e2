import { expect, test } from 'vitest';
import { startBaseGraph } from '../../../../client/state/loading/base-graph.ts';
import { createExplorerStore } from '../../../../client/state/store.ts';
import type { Status } from '../../../../server/core/contract/status.ts';
import type { Graph } from '../../../../server/core/model/graph.ts';
import { MOST_BASE } from '../../../../server/core/picture/arrangement.ts';
import type { View } from '../../../../server/core/view/view.ts';
import { storyGraph } from '../../fixtures/story.ts';

const statusOf = (nodes: number, snapshot = 'fixture'): Status => ({
  product: { name: 'Entente', version: '1.0.0' },
  embeds: 'nobody',
  database: { state: 'ready', kind: 'managed' },
  snapshot,
  counts: { nodes, edges: 1 },
});

function started(view: View = {}) {
  const store = createExplorerStore(view);
  const asked: { signal: AbortSignal; answer: (graph: Graph) => void; fail: (cause: Error) => void }[] = [];
  const close = startBaseGraph(
    store,
    (signal) => new Promise((answer, fail) => asked.push({ signal, answer, fail })),
  );
  return { store, asked, close };
}
const settled = () => new Promise((resolve) => setTimeout(resolve));

test('a small database is asked once for all of its graph when the view narrows it', async () => {
  const { store, asked } = started({ focus: ['state-0'] });
  expect(asked).toHaveLength(0);
  store.setState({ status: statusOf(41) });
  store.setState({ status: statusOf(41) });
  expect(store.getState().base?.state).toBe('loading');
  expect(asked).toHaveLength(1);
  asked[0]?.answer(storyGraph());
  await settled();
  store.setState({ view: { type: ['SUPPORTS'] } });
  expect(store.getState().base).toEqual({ state: 'ready', value: storyGraph() });
  expect(asked).toHaveLength(1);
});

test('a view of everything serves as the base, without a request of its own', () => {
  const { store, asked } = started();
  store.setState({ status: statusOf(41) });
  store.setState({ graph: { state: 'ready', value: storyGraph() } });
  expect(store.getState().base).toBe(store.getState().graph);
  expect(asked).toHaveLength(0);
});

test('a view that is narrowed while all of it was still on its way asks', () => {
  const { store, asked } = started();
  store.setState({ status: statusOf(41) });
  store.setState({ view: { label: ['State'] } });
  expect(asked).toHaveLength(1);
});

test('a big database has no base', () => {
  const { store, asked } = started({ focus: ['state-0'] });
  store.setState({ status: statusOf(MOST_BASE + 1) });
  expect(store.getState().base).toBeUndefined();
  expect(asked).toHaveLength(0);
});

test('other data cancels what was asked and asks anew; a failure is told; closing cancels', async () => {
  const { store, asked, close } = started({ focus: ['state-0'] });
  store.setState({ status: statusOf(41) });
  store.setState({ status: statusOf(41, 'another') });
  expect(asked.map(({ signal }) => signal.aborted)).toEqual([true, false]);
  asked[0]?.answer(storyGraph());
  await settled();
  expect(store.getState().base?.state).toBe('loading');
  asked[1]?.fail(new Error('No answer.'));
  await settled();
  expect(store.getState().base).toMatchObject({ state: 'failed', message: 'No answer.' });
  store.setState({ status: statusOf(41, 'a third') });
  close();
  expect(asked.at(-1)?.signal.aborted).toBe(true);
});

test('a base that could not be loaded is asked for again with all else', async () => {
  const { store, asked } = started({ focus: ['state-0'] });
  store.setState({ status: statusOf(41) });
  asked[0]?.fail(new Error('The database is away.'));
  await settled();
  expect(store.getState().base?.state).toBe('failed');
  store.setState({ attempt: 1 });
  expect(asked).toHaveLength(2);
  asked[1]?.answer(storyGraph());
  await settled();
  expect(store.getState().base).toEqual({ state: 'ready', value: storyGraph() });
  store.setState({ attempt: 2 });
  expect(asked).toHaveLength(2);
});
