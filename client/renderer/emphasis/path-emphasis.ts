import type { DrawnGraph } from '../../../server/core/scene/build.ts';
import { elementsOf } from '../../state/selection/path-words.ts';
import type { ExplorerState } from '../../state/store.ts';
import type { Emphasis } from './emphasis.ts';

/** The emphasis on the path that the state holds, as far as the graph draws it. */
export function emphasisOnPath(graph: DrawnGraph, { path }: ExplorerState): Emphasis | undefined {
  if (path?.found.state !== 'ready') return undefined;
  const { nodes, edges } = elementsOf(path.found.value);
  const drawn = {
    nodes: new Set([...nodes].filter((key) => graph.hasNode(key))),
    edges: new Set([...edges].filter((key) => graph.hasEdge(key))),
  };
  return drawn.nodes.size > 0 ? { active: undefined, ...drawn } : undefined;
}
