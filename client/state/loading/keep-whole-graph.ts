import type { Graph } from '../../../server/core/model/graph.ts';
import type { Close, ExplorerState, ExplorerStore } from '../store.ts';

/** Keeps the graph of all the data once it is loaded, for as long as the data stay the same. */
export function startWhole(store: ExplorerStore): Close {
  const keepUp = (state: ExplorerState) => {
    const whole = wholeOf(state);
    if (whole !== state.whole) store.setState({ whole });
  };
  keepUp(store.getState());
  return store.react(keepUp);
}

function wholeOf({ graph, status, whole }: ExplorerState): Graph | undefined {
  if (!status?.counts) return undefined;
  const { counts, snapshot } = status;
  if (whole?.attributes.snapshot === snapshot) return whole;
  if (graph.state !== 'ready' || graph.value.attributes.snapshot !== snapshot) return undefined;
  const { nodes, edges } = graph.value;
  return nodes.length === counts.nodes && edges.length === counts.edges ? graph.value : undefined;
}
