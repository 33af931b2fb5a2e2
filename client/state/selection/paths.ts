import type { PathsAnswer } from '../../../server/core/contract/answers.ts';
import { type PathQuery, pathQuery } from '../../../server/core/view/path-query.ts';
import { type Call, explain, isAbort } from '../../api.ts';
import type { ExplorerState, ExplorerStore } from '../store.ts';

type Found = NonNullable<ExplorerState['path']>['found'];

/** Drops the paths of a view before, where the view of now names none. */
export function forgetPaths(store: ExplorerStore): void {
  const { view, path } = store.getState();
  if (path && !pathQuery(view)) store.setState({ path: undefined });
}

/** Finds the shortest path or paths, and keeps in the store how far that is; a failure stays there. */
export async function findPaths(
  store: ExplorerStore,
  call: Call,
  query: PathQuery,
  signal: AbortSignal,
): Promise<PathsAnswer> {
  const { from, to, all } = query;
  const { path: before } = store.getState();
  const put = (found: Found) => store.setState({ path: { from, to, all, found } });
  const same = before?.from === from && before.to === to && before.all === all;
  if (!same || before?.found.state === 'failed') put({ state: 'loading' });
  try {
    const value = await call('paths', { query, signal });
    put({ state: 'ready', value });
    return value;
  } catch (cause) {
    if (!isAbort(cause)) put({ state: 'failed', ...explain(cause) });
    throw cause;
  }
}
