import type { DrawnGraph } from '../../../server/core/scene/build.ts';

/** What stays in full while the rest fades: the active node or edge and all that is adjacent to it. */
export interface Emphasis {
  /** The one that is pointed at. */
  active: string | undefined;
  nodes: ReadonlySet<string>;
  edges: ReadonlySet<string>;
}

/** The emphasis on a node or edge of the graph; undefined when it has no such key. */
function emphasisOn(graph: DrawnGraph, key: string | undefined): Emphasis | undefined {
  if (key === undefined) return undefined;
  if (graph.hasNode(key)) {
    return { active: key, nodes: new Set([key, ...graph.neighbors(key)]), edges: new Set(graph.edges(key)) };
  }
  if (graph.hasEdge(key)) {
    return { active: key, nodes: new Set(graph.extremities(key)), edges: new Set([key]) };
  }
  return undefined;
}

/**
 * The emphasis while a node or edge is pointed at and something else, such as a path, is in emphasis already: who
 * points at the path, or walks along it, goes on seeing all of it.
 */
export function emphasisAmid(
  graph: DrawnGraph,
  key: string | undefined,
  otherwise: Emphasis | undefined,
): Emphasis | undefined {
  const isOfIt = key !== undefined && (otherwise?.nodes.has(key) || otherwise?.edges.has(key));
  return otherwise && isOfIt ? { ...otherwise, active: key } : (emphasisOn(graph, key) ?? otherwise);
}
