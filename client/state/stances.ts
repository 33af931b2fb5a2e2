import type { Graph, GraphEdge, GraphNode, Sign } from '../../server/contract/graph.ts';
import { byTime, orderDate } from './relations.ts';

/** One stance: an edge with a sign, from the node to another. */
export interface Stance {
  edge: GraphEdge;
  other: GraphNode;
  sign: Sign;
  /** The day, month or year by which it is put in order; undefined where it has none. */
  date: string | undefined;
  /** Whether the stance before on the same other node was the opposite one. */
  changed: boolean;
}

/** What a node has supported and opposed, in the order of time, with every change of mind; undated ones last. */
export function stancesOf(graph: Graph, key: string): Stance[] {
  const nodes = new Map(graph.nodes.map((node) => [node.key, node]));
  const last = new Map<string, Sign>();
  return graph.edges
    .filter((edge) => edge.source === key && edge.attributes.sign !== 0)
    .sort(byTime)
    .flatMap((edge) => {
      const other = nodes.get(edge.target);
      if (!other) return [];
      const { sign } = edge.attributes;
      const before = last.get(edge.target);
      last.set(edge.target, sign);
      const date = orderDate(edge);
      const changed = before !== undefined && before !== sign;
      return [{ edge, other, sign, date: date === '9999' ? undefined : date, changed }];
    });
}
