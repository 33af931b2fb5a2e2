import type { GraphEdge, GraphNode } from '../../../server/core/model/graph.ts';
import type { GraphIndex } from '../../../server/core/picture/graph-index.ts';
import { byTime } from './relations.ts';

/** The edges of a graph that name a node as their source, in the order of time. */
export function restingOn({ edges }: GraphIndex, { key, attributes }: GraphNode): GraphEdge[] {
  const names: unknown[] = [key, attributes.properties.id].filter((name) => name !== undefined);
  return [...edges.values()].filter((edge) => names.includes(edge.attributes.properties.source)).sort(byTime);
}
