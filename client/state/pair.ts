import type { GraphEdge } from '../../server/contract/graph.ts';
import { type Call, explain, isAbort } from '../api.ts';
import { indexOf } from './graph-index.ts';
import { parallelEdges } from './relations.ts';
import type { Close, ExplorerState, ExplorerStore } from './store.ts';
import { createLane, watch } from './watch.ts';

/**
 * Keeps in the state's `pair` every edge of the data between the ends of the one selected edge, whether or not the
 * picture has it, in the order of time. It is asked for only where the data are not all loaded anyway.
 */
export function startPair(store: ExplorerStore, call: Call): Close {
  const lane = createLane();
  const put = (pair: ExplorerState['pair']) => store.setState({ pair });
  const ask = async (edge: GraphEdge, signal: AbortSignal) => {
    const focus = [...new Set([edge.source, edge.target])];
    try {
      const { edges } = await call('graph', { query: { focus, depth: 0 }, signal });
      put({ state: 'ready', value: parallelEdges(edges, edge) });
    } catch (cause) {
      if (!isAbort(cause)) put({ state: 'failed', ...explain(cause) });
    }
  };
  const stop = watch(store, asked, () => {
    const state = store.getState();
    const signal = lane.next();
    if (state.edge.state !== 'ready') return put({ state: 'idle' });
    const { edge } = state.edge.value;
    const all = allOf(state);
    if (all) return put({ state: 'ready', value: parallelEdges(all.edgesOf.get(edge.source) ?? [], edge) });
    put({ state: 'loading' });
    if (state.base?.state !== 'loading') void ask(edge, signal);
  });
  return () => {
    stop();
    lane.close();
  };
}

/** What tells one question for a pair from another. */
function asked({ edge, base, whole }: ExplorerState): unknown {
  if (edge.state !== 'ready') return undefined;
  // An edge that is shown again is the same question, unless more is loaded by then.
  return `${edge.value.edge.key} ${base?.state} ${whole?.attributes.snapshot}`;
}

function allOf({ base, whole }: ExplorerState) {
  const all = base?.state === 'ready' ? base.value : whole;
  return all && !all.attributes.truncated ? indexOf(all) : undefined;
}
