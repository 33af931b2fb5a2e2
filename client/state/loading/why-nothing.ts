import { shownGraph } from '../../../server/core/picture/graph-index.ts';
import { narrow, narrows } from '../../../server/core/view/narrow.ts';
import type { ExplorerState } from '../store.ts';

/** It was asked to begin empty; all that passes the filters is hidden by hand; nothing passes them. */
export type Nothing = 'begin' | 'hidden' | 'filtered';

/** Why the picture shows nothing; undefined while it shows something or is not there yet. */
export function whyNothing(state: Pick<ExplorerState, 'graph' | 'view'>): Nothing | undefined {
  const { graph, view } = state;
  if (graph.state !== 'ready' || shownGraph(state).nodes.length > 0) return undefined;
  const passing = view.hide && narrows(view) ? narrow(graph.value, view) : graph.value;
  if (view.hide && passing.nodes.length > 0) return 'hidden';
  return view.start === 'nothing' && !view.focus && !view.add ? 'begin' : 'filtered';
}
