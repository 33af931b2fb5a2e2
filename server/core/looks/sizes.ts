import type { View } from '../view/view.ts';

/** Radii of nodes in layout units. */
export const LEAST_SIZE = 5.5;
export const MOST_SIZE = 15;
export const SAME_SIZE = 8;

/**
 * The radius of a node: its area grows with its degree, up to a limit; all alike when size means nothing.
 */
export function sizeOf(degree: number, size: View['size']): number {
  if (size === 'same') return SAME_SIZE;
  return Math.min(MOST_SIZE, Math.sqrt(LEAST_SIZE ** 2 + 7 * degree));
}

/**
 * Where sizes and widths begin to grow: at nothing; but at the least value where that is less than nothing, or where the
 * most is not twice as much, as with years, which would all look alike.
 */
export function startOf(least: number, most: number): number {
  return least > most / 2 ? least : Math.min(0, least);
}

/** How many edges each node of a graph has; a self loop counts once. */
export function degreesOf(graph: {
  nodes: readonly { key: string }[];
  edges: readonly { source: string; target: string }[];
}): Map<string, number> {
  const degrees = new Map(graph.nodes.map((node) => [node.key, 0]));
  for (const { source, target } of graph.edges) {
    degrees.set(source, (degrees.get(source) ?? 0) + 1);
    if (source !== target) degrees.set(target, (degrees.get(target) ?? 0) + 1);
  }
  return degrees;
}
