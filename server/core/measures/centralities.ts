import type { Graph } from '../model/graph.ts';

/** What can be measured of a node by its place in the network. */
export const CENTRALITIES = [
  'weightedDegree',
  'betweenness',
  'closeness',
  'pagerank',
  'communities',
] as const;
export type Centrality = (typeof CENTRALITIES)[number];

/** A graph as measures see it: keys, and edges as places in them. */
export interface Measured {
  keys: readonly string[];
  edges: readonly { source: number; target: number; sign: number; weight: number }[];
}

/** Measures every node of a graph; rejects with an AbortError when it is cancelled. */
export type MeasureNodes = (
  graph: Measured,
  name: Centrality,
  progress: (done: number) => void,
  signal: AbortSignal,
) => Promise<Float64Array>;

/** What a graph is measured by. */
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
