import type { Graph, GraphEdge, GraphNode, Sign } from '../../../server/core/model/graph.ts';
import { orderDate } from '../../../server/core/words/edge-words.ts';

/** The relations of a node that have one type and one direction, seen from it. */
export interface RelationGroup {
  type: string;
  sign: Sign;
  direction: 'out' | 'in';
  relations: readonly { edge: GraphEdge; other: GraphNode }[];
}

/** Edges in the order of time, those without a date that can be read last; then of their keys. */
export function byTime(a: GraphEdge, b: GraphEdge): number {
  const [one, other] = [orderDate(a.attributes), orderDate(b.attributes)];
  if (one === undefined || other === undefined)
    return Number(one === undefined) - Number(other === undefined) || compare(a.key, b.key);
  return compare(one, other) || compare(a.key, b.key);
}

/**
 * The relations of a node in a graph, grouped by type and direction: support and opposition first, what
 * leaves the node before what enters it. A self loop is in the group of what leaves.
 */
export function groupRelations(graph: Graph, key: string): RelationGroup[] {
  const nodes = new Map(graph.nodes.map((node) => [node.key, node]));
  const groups = new Map<string, RelationGroup & { relations: { edge: GraphEdge; other: GraphNode }[] }>();
  for (const edge of [...graph.edges].sort(byTime)) {
    const direction = edge.source === key ? 'out' : edge.target === key ? 'in' : undefined;
    const other = nodes.get(direction === 'out' ? edge.target : edge.source);
    if (!direction || !other) continue;
    const { type, sign } = edge.attributes;
    const name = `${direction} ${sign} ${type}`;
    const group = groups.get(name) ?? { type, sign, direction, relations: [] };
    group.relations.push({ edge, other });
    groups.set(name, group);
  }
  return [...groups.values()].sort(inOrder);
}

/** Two nodes, in the order in which an edge or a person names them. */
export type Ends = Pick<GraphEdge, 'source' | 'target'>;

/** The edges between two nodes, in either direction, in the order of time. */
export function parallelEdges(edges: readonly GraphEdge[], { source, target }: Ends): GraphEdge[] {
  const between = edges.filter(
    (edge) =>
      (edge.source === source && edge.target === target) ||
      (edge.source === target && edge.target === source),
  );
  return between.sort(byTime);
}

function inOrder(a: RelationGroup, b: RelationGroup): number {
  return (
    rank(a.sign) - rank(b.sign) ||
    compare(b.direction, a.direction) ||
    b.relations.length - a.relations.length ||
    compare(a.type, b.type)
  );
}

function rank(sign: Sign): number {
  return { 1: 0, [-1]: 1, 0: 2 }[sign];
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
