import type { Graph } from '../../../server/core/model/graph.ts';
import type { ExplorerState } from '../store.ts';

const placed = new WeakMap<Graph, ExplorerState['positions']>();

/**
 * Whether every node of the graph has its place, so that the next frame shows it. All that follows the state
 * asks so at each change of it, most of which change neither the graph nor a place.
 */
export function isPlaced({ graph, positions }: Pick<ExplorerState, 'graph' | 'positions'>): boolean {
  if (graph.state !== 'ready') return false;
  if (placed.get(graph.value) === positions) return true;
  const all = graph.value.nodes.every(({ key }) => positions.has(key));
  if (all) placed.set(graph.value, positions);
  return all;
}
