import { describe, expect, it } from 'vitest';
import { createViewLoader, type ViewSource } from '../../../../server/core/loading/load-view.ts';
import { EntenteError } from '../../../../server/core/model/errors.ts';
import { edge, graphOf, node } from '../../../client/state/world.ts';

const base = graphOf([node('a'), node('b')], []);
const way = graphOf([node('a'), node('c')], [edge('1', 'a', 'c')]);
const of = { data: 'one', snapshot: 'one' };
const view = { path: ['a', 'c'] };
const loaderOf = (more: Partial<ViewSource> = {}) =>
  createViewLoader({ graph: async () => base, paths: async () => ({ paths: [], graph: way }), ...more });

describe('what is loaded for a view', () => {
  it('holds the path that it names', async () => {
    const { graph } = await loaderOf()(view, of, new AbortController().signal);
    expect([graph.nodes.map(({ key }) => key).sort(), graph.edges.map(({ key }) => key)]).toEqual([
      ['a', 'b', 'c'],
      ['1'],
    ]);
  });

  it('is the rest where the path cannot be found, and says why', async () => {
    const fault = new EntenteError('not_found', 'No node has the key c.');
    const loader = loaderOf({ paths: () => Promise.reject(fault) });
    const { graph, pathFault } = await loader(view, of, new AbortController().signal);
    expect([graph.nodes.length, pathFault]).toEqual([2, fault]);
  });

  it('is nothing once it is cancelled', async () => {
    const cancel = new AbortController();
    const loader = loaderOf({
      paths: async (_, signal) => {
        cancel.abort(new DOMException('Cancelled', 'AbortError'));
        throw signal.reason;
      },
    });
    await expect(loader(view, of, cancel.signal)).rejects.toMatchObject({ name: 'AbortError' });
  });
});
