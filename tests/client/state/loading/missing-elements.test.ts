import { afterEach, describe, expect, it } from 'vitest';
import { startMissing } from '../../../../client/state/loading/missing-elements.ts';
import { createExplorerStore, type ExplorerState } from '../../../../client/state/store.ts';
import { EntenteError } from '../../../../server/core/model/errors.ts';
import type { View } from '../../../../server/core/view/view.ts';
import { edge, graphOf, node, serve, until } from '../world.ts';

const all = graphOf([node('a'), node('b'), node('c')], [edge('1', 'a', 'b'), edge('2', 'b', 'c')]);
const shown = graphOf([node('a')]);
const lost = Array.from({ length: 200 }, (_, at) => `lost-${at}`);
let close = () => {};
afterEach(() => close());

function refuse(missing: readonly string[]): never {
  const details = missing.map((path) => ({ path, message: 'is the key of no node.' }));
  throw new EntenteError('not_found', 'No node has these keys.', { details });
}

function open(view: View, state: Partial<ExplorerState> = {}) {
  const store = createExplorerStore(view, []);
  store.setState({ graph: { state: 'ready', value: shown }, ...state });
  const [a, b] = [node('a'), node('b')];
  const server = serve({
    graph: ({ query }) => {
      const missing = (query?.focus ?? []).filter((key) => !all.nodes.some((each) => each.key === key));
      return missing.length > 0 ? refuse(missing) : all;
    },
    edge: ({ path }) => {
      const found = all.edges.find(({ key }) => key === path?.id);
      return found ? { edge: found, from: a, to: b } : refuse([path?.id ?? '']);
    },
  });
  close = startMissing(store, server.call);
  const keys = async () => {
    await until(() => store.getState().missing !== undefined);
    return store.getState().missing?.keys;
  };
  return { store, keys, ...server };
}

describe('what a link names that the data do not hold', () => {
  it('is found by a few requests, also of hundreds of nodes', async () => {
    const { keys, asked } = open({ add: ['b', ...lost] });
    expect(await keys()).toEqual(lost);
    expect(asked.length).toBeLessThanOrEqual(3);
  });

  it('is found by a few requests where they may be edges', async () => {
    const { keys, asked } = open({ hide: ['b', '2', ...lost] });
    expect((await keys())?.every((key) => lost.includes(key))).toBe(true);
    expect(asked.length).toBeLessThanOrEqual(12);
  });

  it('is found without asking where all of the data are loaded, or on their way', async () => {
    const { store, keys, asked } = open({ hide: ['b', '2', ...lost] }, { base: { state: 'loading' } });
    store.setState({ base: { state: 'ready', value: all } });
    expect(await keys()).toEqual(lost);
    expect(asked).toEqual([]);
  });
});
