import type { Graph } from '../../../server/core/model/graph.ts';
import { pathQuery } from '../../../server/core/view/path-query.ts';
import { type Call, explain, isAbort } from '../../api.ts';
import type { ExplorerState, ExplorerStore } from '../store.ts';

type Found = NonNullable<ExplorerState['path']>['found'];

/**
 * Finds the shortest path or paths that the view names, and puts them into the store; a failure stays
 * there and is no failure of the picture.
 *
 * @returns The graph of the paths; undefined where the view names none or none could be found.
 */
export async function loadPath(
  store: ExplorerStore,
  call: Call,
  signal: AbortSignal,
): Promise<Graph | undefined> {
  const { view, path: before } = store.getState();
  const query = pathQuery(view);
  if (!query) {
    if (before) store.setState({ path: undefined });
    return undefined;
  }
  const { from, to, all } = query;
  const put = (found: Found) => store.setState({ path: { from, to, all, found } });
  const same = before?.from === from && before.to === to && before.all === all;
  if (!same || before?.found.state === 'failed') put({ state: 'loading' });
  try {
    const value = await call('paths', { query, signal });
    put({ state: 'ready', value });
    return value.graph;
  } catch (cause) {
    if (isAbort(cause)) throw cause;
    put({ state: 'failed', ...explain(cause) });
    return undefined;
  }
}
