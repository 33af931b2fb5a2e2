import { type Call, explain, isAbort } from '../../api.ts';
import type { Close, ExplorerStore } from '../store.ts';
import { createLane, watch } from '../watch.ts';
import { dataOf } from './load-graph.ts';

const MOST_SUGGESTED = 8;

/** Loads the most connected nodes while the canvas is empty, so that there is something to begin with. */
export function startSuggestions(store: ExplorerStore, call: Call): Close {
  const lane = createLane();
  const load = async () => {
    try {
      const { nodes } = await call('graph', { query: { limit: MOST_SUGGESTED }, signal: lane.next() });
      store.setState({ suggested: { state: 'ready', value: nodes } });
    } catch (cause) {
      if (!isAbort(cause)) store.setState({ suggested: { state: 'failed', ...explain(cause) } });
    }
  };
  const stop = watch(
    store,
    (state) =>
      state.view.start === 'nothing' && !state.view.focus && !state.view.add ? dataOf(state) : undefined,
    (wanted) => wanted !== undefined && void load(),
  );
  return () => {
    stop();
    lane.close();
  };
}
