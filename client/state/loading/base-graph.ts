import type { Graph } from '../../../server/core/model/graph.ts';
import { MOST_BASE } from '../../../server/core/picture/arrangement.ts';
import type { View } from '../../../server/core/view/view.ts';
import type { ExplorerState, ExplorerStore } from '../store.ts';

/**
 * Loads the unfiltered graph of a small database into the state's `base`, anew when the data changes. When
 * the view shows all of it anyway, what is loaded for the view serves.
 *
 * @param ask Asks for the graph without filters.
 * @returns Stops it and cancels its request.
 */
export function startBaseGraph(
  store: ExplorerStore,
  ask: (signal: AbortSignal) => Promise<Graph>,
): () => void {
  let [wanted, request] = [undefined as string | undefined, undefined as AbortController | undefined];
  let tried = store.getState().attempt;
  const load = async () => {
    const mine = new AbortController();
    request = mine;
    const put = (base: ExplorerState['base']) => mine.signal.aborted || store.setState({ base });
    try {
      put({ state: 'ready', value: await ask(mine.signal) });
    } catch (cause) {
      // The view's own graph is laid out then, and tells what is wrong where it cannot be loaded either.
      put({ state: 'failed', message: cause instanceof Error ? cause.message : String(cause), details: [] });
    }
  };
  const keepUp = (state: ExplorerState) => {
    const data = smallData(state);
    const again = state.attempt !== tried && state.base?.state === 'failed';
    tried = state.attempt;
    if (data !== wanted || again) {
      wanted = data;
      request?.abort();
      request = undefined;
      store.setState({ base: data === undefined ? undefined : { state: 'loading' } });
    }
    const { base, graph, view } = store.getState();
    if (base?.state !== 'loading' || request) return;
    if (narrows(view)) void load();
    else if (graph.state === 'failed') store.setState({ base: graph });
    else if (graph.state === 'ready' && graph.value.attributes.snapshot === state.status?.snapshot)
      store.setState({ base: graph });
  };
  const unsubscribe = store.react(keepUp);
  keepUp(store.getState());
  return () => {
    unsubscribe();
    request?.abort();
  };
}

/** What tells one state of a small database from another; undefined where there is none. */
function smallData({ status }: ExplorerState): string | undefined {
  const nodes = status?.counts?.nodes ?? 0;
  return nodes > 0 && nodes <= MOST_BASE ? `${status?.snapshot}` : undefined;
}

/** Whether a view may show another graph than that of the whole database. */
function narrows(view: View): boolean {
  const { label, type, modality, confidence, source, from, to, dated, start } = view;
  const { focus, add, expand, expandBy, path } = view;
  const narrowed = [label, type, modality, confidence, source, from, to, dated, start, focus];
  // What is added by hand changes the order of nodes and edges, which the layout goes by.
  return [...narrowed, add, expand, expandBy, path].some((field) => field !== undefined);
}
