import { indexOf } from '../../../server/core/picture/graph-index.ts';
import { type Call, explain, isAbort } from '../../api.ts';
import type { Close, ExplorerState, ExplorerStore } from '../store.ts';
import { createLane, watch } from '../watch.ts';
import { type Ends, parallelEdges } from './relations.ts';
import { kindOf } from './selection.ts';

/**
 * Keeps in the state's `pair` every edge of the data between the ends of the one selected edge, or between the two
 * selected nodes, whether or not the picture has it, in the order of time. It is asked for only where the data are not
 * all loaded anyway.
 */
export function startPair(store: ExplorerStore, call: Call): Close {
  const lane = createLane();
  const put = (pair: ExplorerState['pair']) => store.setState({ pair });
  const ask = async (ends: Ends, signal: AbortSignal) => {
    const focus = [...new Set([ends.source, ends.target])];
    try {
      const { edges } = await call('graph', { query: { focus, depth: 0 }, signal });
      put({ state: 'ready', value: parallelEdges(edges, ends) });
    } catch (cause) {
      if (!isAbort(cause)) put({ state: 'failed', ...explain(cause) });
    }
  };
  const stop = watch(store, asked, () => {
    const state = store.getState();
    const signal = lane.next();
    const ends = endsOf(state);
    if (!ends) return put({ state: 'idle' });
    const all = allOf(state);
    if (all) return put({ state: 'ready', value: parallelEdges(all.edgesOf.get(ends.source) ?? [], ends) });
    put({ state: 'loading' });
    if (state.base?.state !== 'loading') void ask(ends, signal);
  });
  return () => {
    stop();
    lane.close();
  };
}

/** What tells one question for a pair from another. */
function asked(state: ExplorerState): unknown {
  const ends = endsOf(state);
  // An edge that is shown again is the same question, unless more is loaded by then.
  return (
    ends &&
    JSON.stringify([
      ends.source,
      ends.target,
      state.base?.state,
      state.whole?.attributes.snapshot,
      state.attempt,
    ])
  );
}

function endsOf(state: ExplorerState): Ends | undefined {
  if (state.edge.state === 'ready') return state.edge.value.edge;
  const [source, target, ...others] = state.view.select ?? [];
  if (source === undefined || target === undefined || others.length > 0) return undefined;
  const areNodes = [source, target].every((key) => kindOf(state, key) === 'node');
  return areNodes ? { source, target } : undefined;
}

function allOf({ base, whole }: ExplorerState) {
  const all = base?.state === 'ready' ? base.value : whole;
  return all && !all.attributes.truncated ? indexOf(all) : undefined;
}
