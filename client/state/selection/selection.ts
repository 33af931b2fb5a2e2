import { EntenteError } from '../../../server/core/model/errors.ts';
import { indexOf, shownGraph } from '../../../server/core/picture/graph-index.ts';
import { type Call, explain, isAbort } from '../../api.ts';
import { dataOf } from '../loading/load-graph.ts';
import { hasGraph } from '../loading/until-graph.ts';
import type { Close, ExplorerState, ExplorerStore } from '../store.ts';
import { createLane, watch } from '../watch.ts';

/** At most this many edges, and neighbours, are listed for a selected node. */
export const RELATIONS_LIMIT = 500;

const NOTHING = { node: { state: 'idle' }, edge: { state: 'idle' }, relations: { state: 'idle' } } as const;

/** Whether a key is of a node or an edge, as far as what is loaded can tell. */
export function kindOf(state: ExplorerState, key: string): 'node' | 'edge' | undefined {
  const shown = indexOf(shownGraph(state));
  if (shown.nodes.has(key)) return 'node';
  if (shown.edges.has(key)) return 'edge';
  // What filters leave out is in the whole graph all the same, where that is loaded.
  for (const loaded of [state.relations, state.base]) {
    if (loaded?.state !== 'ready') continue;
    const known = indexOf(loaded.value);
    if (known.nodes.has(key)) return 'node';
    if (known.edges.has(key)) return 'edge';
  }
  return undefined;
}

/** The one selected key, when it is one. */
export function onlySelected({ view }: Pick<ExplorerState, 'view'>): string | undefined {
  return view.select?.length === 1 ? view.select[0] : undefined;
}

/** Loads the details of the one selected node or edge, and forgets them when it is no longer the one. */
export function startSelection(store: ExplorerStore, call: Call): Close {
  const lane = createLane();
  const stop = watch(
    store,
    (state) =>
      dataOf(state) && hasGraph(state) ? JSON.stringify([onlySelected(state), dataOf(state)]) : undefined,
    (now) => {
      if (!now) return;
      const signal = lane.next();
      const key = onlySelected(store.getState());
      if (key === undefined) store.setState(NOTHING);
      else void loadOne(store, call, key, signal);
    },
  );
  return () => {
    stop();
    lane.close();
  };
}

async function loadOne(store: ExplorerStore, call: Call, key: string, signal: AbortSignal): Promise<void> {
  const kind = kindOf(store.getState(), key);
  try {
    if (kind === 'edge') await loadEdge(store, call, key, signal);
    else await loadNode(store, call, key, signal);
  } catch (cause) {
    if (isAbort(cause)) return;
    if (kind === undefined && cause instanceof EntenteError && cause.code === 'not_found') {
      await loadEdge(store, call, key, signal).catch((second) => fail(store, 'edge', second));
    } else fail(store, kind ?? 'node', cause);
  }
}

async function loadNode(store: ExplorerStore, call: Call, key: string, signal: AbortSignal): Promise<void> {
  store.setState({ ...NOTHING, node: { state: 'loading' }, relations: { state: 'loading' } });
  const path = { id: key };
  const [node, relations] = await Promise.all([
    call('node', { path, signal }),
    call('neighbourhood', { path, query: { depth: 1, limit: RELATIONS_LIMIT }, signal }),
  ]);
  store.setState({
    node: { state: 'ready', value: node },
    relations: { state: 'ready', value: relations },
  });
}

async function loadEdge(store: ExplorerStore, call: Call, key: string, signal: AbortSignal): Promise<void> {
  store.setState({ node: { state: 'idle' }, edge: { state: 'loading' } });
  const edge = await call('edge', { path: { id: key }, signal });
  store.setState({ ...NOTHING, edge: { state: 'ready', value: edge } });
}

function fail(store: ExplorerStore, field: 'node' | 'edge', cause: unknown): void {
  if (!isAbort(cause)) store.setState({ ...NOTHING, [field]: { state: 'failed', ...explain(cause) } });
}
