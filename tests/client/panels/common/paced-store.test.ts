import { describe, expect, it } from 'vitest';
import { pace } from '../../../../client/panels/common/paced-store.ts';
import type { ExplorerState } from '../../../../client/state/store.ts';
import { createExplorerStore } from '../../../../client/state/store.ts';
import type { Status } from '../../../../server/core/contract/status.ts';
import { graphOf, node } from '../../state/world.ts';

/** A store of so many nodes with a graph in it, followed; and what stands for the next frame. */
function follow(nodes: number) {
  const store = createExplorerStore({});
  const status = { counts: { nodes, edges: 0 } } as Status;
  store.setState({ status, graph: { state: 'ready', value: graphOf([node('a')], []) } });
  const waiting = new Set<() => void>();
  const followed = pace(store, (run) => {
    waiting.add(run);
    return () => waiting.delete(run);
  });
  const told: ExplorerState[] = [];
  const stop = followed.subscribe((state) => told.push(state));
  const another = () => store.setState({ graph: { state: 'ready', value: graphOf([node('b')], []) } });
  const frame = () => {
    for (const run of waiting) run();
  };
  return { store, followed, told, stop, another, frame, waiting };
}

const [FEW, MANY] = [60, 10_000];

describe('a store as panels follow it', () => {
  it('tells another graph of many nodes once its picture stands, and until then all is as it was', () => {
    const { store, followed, told, another, frame } = follow(MANY);
    const before = followed.getState();
    another();
    store.setState({ announcement: 'Shown.' });
    expect(told).toEqual([]);
    expect(followed.getState()).toBe(before);
    frame();
    expect(told).toEqual([store.getState()]);
    expect(followed.getState()).toBe(store.getState());
  });

  it('tells another graph of few nodes at once', () => {
    const { store, told, another } = follow(FEW);
    another();
    expect(told).toEqual([store.getState()]);
  });

  it.each<Partial<ExplorerState>>([
    { view: { select: ['b'] } },
    { search: { text: 'Rut', found: { state: 'loading' } } },
  ])('tells at once what somebody does, and with it what had to wait: %o', (done) => {
    const { store, followed, told, another, frame } = follow(MANY);
    another();
    store.setState(done);
    expect(told).toEqual([store.getState()]);
    expect(followed.getState()).toBe(store.getState());
    frame();
    expect(told).toHaveLength(1);
  });

  it('waits for nothing and holds on to nothing when nobody follows it any more', () => {
    const { store, followed, told, another, stop, waiting } = follow(MANY);
    another();
    stop();
    expect(waiting.size).toBe(0);
    expect(followed.getState()).toBe(store.getState());
    another();
    expect(told).toEqual([]);
  });
});
