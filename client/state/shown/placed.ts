import type { Graph } from '../../../server/core/model/graph.ts';
import { shownGraph } from '../../../server/core/picture/graph-index.ts';
import type { ExplorerState } from '../store.ts';

const placed = new WeakMap<Graph, ExplorerState['positions']>();

/**
 * Whether every node that is shown has its place, so that the next frame shows it. All that follows the state
 * asks so at each change of it, most of which change neither the graph nor a place.
 */
export function isPlaced({
  graph,
  positions,
  view,
}: Pick<ExplorerState, 'graph' | 'positions' | 'view'>): boolean {
  if (graph.state !== 'ready') return false;
  const shown = shownGraph({ graph, view });
  if (placed.get(shown) === positions) return true;
  const all = shown.nodes.every(({ key }) => positions.has(key));
  if (all) placed.set(shown, positions);
  return all;
}
