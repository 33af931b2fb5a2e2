import type { Graph, GraphEdge, GraphNode } from '../model/graph.ts';
import { GRAPH_OPTIONS } from '../model/graph-options.ts';
import { maxOf } from '../numbers/extremes.ts';

/** A graph of nothing. */
export function emptyGraph(snapshot = ''): Graph {
  return {
    attributes: { truncated: false, total: { nodes: 0, edges: 0 }, snapshot },
    options: GRAPH_OPTIONS,
    nodes: [],
    edges: [],
  };
}

/**
 * Several graphs as one: each node and edge once, edges without both ends left out. It is truncated where
 * any of them is, and there are at least as many as it holds and they tell to be missing.
 */
export function mergeGraphs(base: Graph, more: readonly Graph[]): Graph {
  if (more.length === 0) return base;
  const all = [base, ...more];
  const nodes = new Map<string, GraphNode>();
  const edges = new Map<string, GraphEdge>();
  for (const graph of all) {
    for (const node of graph.nodes) if (!nodes.has(node.key)) nodes.set(node.key, node);
    for (const edge of graph.edges) if (!edges.has(edge.key)) edges.set(edge.key, edge);
  }
  const kept = [...edges.values()].filter((edge) => nodes.has(edge.source) && nodes.has(edge.target));
  const cut = all.filter(({ attributes }) => attributes.truncated);
  const missing = (of: 'nodes' | 'edges') =>
    maxOf(
      cut.map((graph) => graph.attributes.total[of] - graph[of].length),
      0,
    );
  const total = { nodes: nodes.size + missing('nodes'), edges: kept.length + missing('edges') };
  // A view that starts from nothing is of the same database as what is added to it.
  const { labels, types, looks } = all.find((graph) => graph.attributes.labels)?.attributes ?? {};
  const ofAll = { ...(labels && { labels }), ...(types && { types }), ...(looks && { looks }) };
  const attributes = { ...base.attributes, truncated: cut.length > 0, total, ...ofAll };
  return { ...base, attributes, nodes: [...nodes.values()], edges: kept };
}
