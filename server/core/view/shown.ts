import type { Graph } from '../model/graph.ts';
import { type Narrowing, narrow } from './narrow.ts';
import type { View } from './view.ts';

/** What a view shows of the graph that is loaded for it: narrowed, without what is hidden. */
export function shownOfView(graph: Graph, view: Narrowing & Pick<View, 'hide'>): Graph {
  return narrow(withoutHidden(graph, view.hide), view);
}

/** A graph without some nodes and their edges. */
export function withoutHidden(graph: Graph, hide: View['hide']): Graph {
  if (!hide) return graph;
  const hidden = new Set(hide);
  return {
    ...graph,
    nodes: graph.nodes.filter((node) => !hidden.has(node.key)),
    edges: graph.edges.filter((edge) => !hidden.has(edge.source) && !hidden.has(edge.target)),
  };
}
