/** With so many nodes and edges, loading and laying out take longer than it takes to be careful with a page's time. */
const MANY = 2_000;

type Counts = { nodes: number; edges: number };

/** Whether a database holds so much that the page has to take its turns in between. */
export function isMany(counts: Counts | undefined): boolean {
  return counts !== undefined && counts.nodes + counts.edges > MANY;
}
