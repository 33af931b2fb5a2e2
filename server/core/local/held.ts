import type { Graph, GraphEdge, GraphNode } from '../model/graph.ts';
import { keepTypes, type Row, type Value } from '../model/rows.ts';

/** A graph that is held in memory, in the orders that statements give it in. */
export interface Held {
  /** Those with most edges first. */
  nodes: readonly GraphNode[];
  edges: readonly GraphEdge[];
  node(key: string): GraphNode | undefined;
  edge(key: string): GraphEdge | undefined;
  /** The edges at a node, in the order of all; a loop once. */
  edgesAt(key: string): readonly GraphEdge[];
}

type Element = GraphNode | GraphEdge;

/** What statements put nodes and edges in order by: their id, else their key. */
function idOf({ key, attributes: { properties } }: Element): string {
  return typeof properties.id === 'string' ? properties.id : key;
}

export const byId = (a: Element, b: Element) => {
  const [one, other] = [idOf(a), idOf(b)];
  return one < other ? -1 : one > other ? 1 : 0;
};

/** Those with most edges first, then by id. */
export const byDegree = (a: GraphNode, b: GraphNode) =>
  b.attributes.degree - a.attributes.degree || byId(a, b);

/** Holds a graph that nobody changes any more. */
export function hold(graph: Pick<Graph, 'nodes' | 'edges'>): Held {
  const nodes = graph.nodes.toSorted(byDegree);
  const edges = graph.edges.toSorted(byId);
  const places = new Map(nodes.map(({ key }, place) => [key, place]));
  let byKey: Map<string, GraphEdge> | undefined;
  let at: GraphEdge[][] | undefined;
  return {
    nodes,
    edges,
    node: (key) => nodes[places.get(key) ?? -1],
    edge: (key) => {
      byKey ??= new Map(edges.map((edge) => [edge.key, edge]));
      return byKey.get(key);
    },
    edgesAt: (key) => {
      at ??= edgesByNode(nodes.length, edges, places);
      return at[places.get(key) ?? -1] ?? [];
    },
  };
}

function edgesByNode(
  count: number,
  edges: readonly GraphEdge[],
  places: ReadonlyMap<string, number>,
): GraphEdge[][] {
  const at = Array.from({ length: count }, (): GraphEdge[] => []);
  for (const edge of edges) {
    at[places.get(edge.source) ?? -1]?.push(edge);
    if (edge.target !== edge.source) at[places.get(edge.target) ?? -1]?.push(edge);
  }
  return at;
}

/** A node as a row with elementId, labels, properties and degree. */
export function nodeRow({ key, attributes }: GraphNode): Row {
  const { labels, properties, propertyTypes, degree } = attributes;
  if (propertyTypes) keepTypes(properties, propertyTypes);
  return { elementId: key, labels, properties: properties as Value, degree };
}

/** An edge as a row with elementId, type, source, target and properties. */
export function edgeRow({ key, source, target, attributes }: GraphEdge): Row {
  const { type, properties, propertyTypes } = attributes;
  if (propertyTypes) keepTypes(properties, propertyTypes);
  return { elementId: key, type, source, target, properties: properties as Value };
}
