import { expect, it } from 'vitest';
import { untilGraph } from '../../../../client/state/loading/until-graph.ts';
import { createExplorerStore } from '../../../../client/state/store.ts';
import { graphOf } from '../world.ts';

it.each([
  { state: 'ready', value: graphOf([], []) } as const,
  { state: 'failed', message: 'It could not be read.', details: [] } as const,
])('waits for a graph while it is loaded, and no longer than until it is $state', async (graph) => {
  const store = createExplorerStore({});
  let there = false;
  const waiting = untilGraph(store).then(() => {
    there = true;
  });
  store.setState({ graph: { state: 'loading' } });
  await Promise.resolve();
  expect(there).toBe(false);
  store.setState({ graph });
  await waiting;
  expect(there).toBe(true);
  await untilGraph(store);
});
