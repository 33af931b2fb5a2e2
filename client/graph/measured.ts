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
