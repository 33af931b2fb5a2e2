import type { Graph, GraphEdge, GraphNode, Sign } from '../../../server/core/model/graph.ts';
import { orderDate } from '../../../server/core/words/edge-words.ts';
import { byTime } from './relations.ts';

/** One stance: an edge with a sign, from the node to another. */
export interface Stance {
  edge: GraphEdge;
  other: GraphNode;
  sign: Sign;
  /** The day, month or year by which it is put in order; undefined where it has none. */
  date: string | undefined;
  /** Whether it is known to follow the opposite stance on the same other node, and both are really taken. */
  changed: boolean;
}

/** What a node has supported and opposed, in the order of time, with every change of mind; undated ones last. */
export function stancesOf(graph: Graph, key: string): Stance[] {
  const nodes = new Map(graph.nodes.map((node) => [node.key, node]));
  const last = new Map<string, { sign: Sign; date: string }>();
  return graph.edges
    .filter((edge) => edge.source === key && edge.attributes.sign !== 0)
    .sort(byTime)
    .flatMap((edge) => {
      const other = nodes.get(edge.target);
      if (!other) return [];
      const { sign } = edge.attributes;
      const date = orderDate(edge.attributes);
      const before = last.get(edge.target);
      const taken = date !== undefined && isActual(edge);
      if (taken) last.set(edge.target, { sign, date });
      const changed = taken && before !== undefined && before.sign !== sign && isAfter(date, before.date);
      return [{ edge, other, sign, date, changed }];
    });
}

/** What is only expected or proposed is no stance yet that anybody could leave. */
function isActual({ attributes: { properties } }: GraphEdge): boolean {
  return typeof properties.modality !== 'string' || properties.modality === 'actual';
}

/** Of a day and the month it is in nobody knows which was first. */
function isAfter(date: string, before: string): boolean {
  return !date.startsWith(before) && !before.startsWith(date);
}
