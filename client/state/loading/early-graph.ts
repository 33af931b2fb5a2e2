import { graphQuery, startsEmpty } from '../../../server/core/view/compose/graph-query.ts';
import { addressOf, type Call } from '../../api.ts';
import type { Close, ExplorerStore } from '../store.ts';

/**
 * Asks for the graph of the first view at once, not only after the status has told that there is data.
 *
 * @returns A `call` that gives this answer to whoever first asks for the same, provided that it is of the data
 * that the status speaks of by then; every other question goes its usual way. And what cancels the request.
 */
export function startEarlyGraph(store: ExplorerStore, call: Call): { call: Call; close: Close } {
  const abort = new AbortController();
  const { view } = store.getState();
  if (startsEmpty(view)) return { call, close: () => {} };
  const query = graphQuery(view);
  const address = addressOf('graph', { query });
  // A database that is not ready yet refuses; it is asked again when it is.
  let early = call('graph', { query, signal: abort.signal }).catch(() => undefined) as
    | ReturnType<typeof call<'graph'>>
    | undefined;
  const withEarly: Call = async (name, options = {}) => {
    if (early && name === 'graph' && addressOf(name, options) === address) {
      const answer = await early;
      early = undefined;
      options.signal?.throwIfAborted();
      if (answer && answer.attributes.snapshot === store.getState().status?.snapshot) return answer as never;
    }
    return call(name, options);
  };
  return { call: withEarly, close: () => abort.abort() };
}
