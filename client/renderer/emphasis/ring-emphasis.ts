import type { DrawnGraph } from '../../../server/core/scene/build.ts';
import type { ExplorerState } from '../../state/store.ts';
import type { Emphasis } from './emphasis.ts';

/** The emphasis on several edges, such as a ring, that were selected while reading who stands with whom. */
export function emphasisOnRing(graph: DrawnGraph, { reading, view }: ExplorerState): Emphasis | undefined {
  const edges = (reading === 'alliances' && view.select?.filter((key) => graph.hasEdge(key))) || [];
  if (edges.length < 2) return undefined;
  const nodes = new Set(edges.flatMap((key) => graph.extremities(key)));
  return { active: undefined, nodes, edges: new Set(edges) };
}
