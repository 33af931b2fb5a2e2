import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { startArranging } from '../../../../client/renderer/layout/arranging.ts';
import { isPlaced } from '../../../../client/state/shown/placed.ts';
import { createExplorerStore } from '../../../../client/state/store.ts';
import type { LayoutQuestion } from '../../../../client/workers/layout.worker.ts';
import { layOutAny } from '../../../../server/core/layout/lay-out-any.ts';
import { edge, graphOf, node, until } from '../../state/world.ts';

const clique = ['a', 'b', 'c', 'd', 'e'];
const ring = Array.from({ length: 2100 }, (_, at) => `n${at}`);
const large = graphOf(
  [...clique, ...ring].map((key) => node(key)),
  [
    ...clique.flatMap((a, at) => clique.slice(at + 1).map((b) => edge(a + b, a, b))),
    ...ring.map((key, at) => edge(key, key, ring[at + 1] ?? 'a')),
  ],
);

/** How many nodes each layout was asked for. */
let asked: number[] = [];

/** Lays out as the worker of the page does, in a circle, which takes no time. */
class LayoutHere extends EventTarget {
  postMessage({ graph }: LayoutQuestion) {
    asked.push(graph.nodes.length);
    void layOutAny(graph, { layout: 'circle' }).then((answer) =>
      this.dispatchEvent(new MessageEvent('message', { data: { answer } })),
    );
  }
  terminate() {}
}

beforeEach(() => {
  asked = [];
  vi.stubGlobal('self', { origin: 'https://entente.example' });
  vi.stubGlobal('Worker', LayoutHere);
});
afterEach(() => vi.unstubAllGlobals());

it('lays out the few nodes of a large graph that are shown, and all of them once they are', async () => {
  const store = createExplorerStore({});
  store.setState({ graph: { state: 'ready', value: large }, base: undefined, view: { core: 4 } });
  const { kill } = startArranging(store, { setPositions: (positions) => store.setState({ positions }) });
  await until(() => isPlaced(store.getState()));
  expect(asked).toEqual([clique.length]);
  store.setState({ view: {} });
  expect(isPlaced(store.getState())).toBe(false);
  await until(() => isPlaced(store.getState()));
  expect(asked).toEqual([clique.length, large.nodes.length]);
  const { positions } = store.getState();
  store.setState({ view: { core: 4 } });
  expect(store.getState().positions).toBe(positions);
  kill();
});
