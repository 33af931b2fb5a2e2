import type { Graph } from '../../model/graph.ts';

/** A graph as measures see it: keys, and edges as places in them. */
export interface Measured {
  keys: readonly string[];
  edges: readonly { source: number; target: number; sign: number; weight: number }[];
}

/** What a graph is measured by: the property `weight` of its edges where that is a number above 0, else 1. */
export function measuredOf({ nodes, edges }: Graph): Measured {
  const places = new Map(nodes.map(({ key }, at) => [key, at]));
  return {
    keys: nodes.map(({ key }) => key),
    edges: edges.map(({ source, target, attributes: { sign, properties } }) => ({
      source: places.get(source) ?? 0,
      target: places.get(target) ?? 0,
      sign,
      weight: typeof properties.weight === 'number' && properties.weight > 0 ? properties.weight : 1,
    })),
  };
}

/** For each node the sum over its edges of what an edge counts; a self loop counts once. */
export function sumOfEdges(
  { keys, edges }: Measured,
  counts: (edge: Measured['edges'][number]) => number,
): Float64Array {
  const sums = new Float64Array(keys.length);
  for (const edge of edges) {
    const { source, target } = edge;
    sums[source] = (sums[source] ?? 0) + counts(edge);
    if (source !== target) sums[target] = (sums[target] ?? 0) + counts(edge);
  }
  return sums;
}
