import type { Graph } from '../model/graph.ts';

/** What a file says of itself: which data it holds, and whether all of them. */
export function aboutGraph({ attributes: { snapshot, truncated, total }, nodes, edges }: Graph): string {
  const whole = `Entente, snapshot ${snapshot}: ${count(nodes.length, 'node')}, ${count(edges.length, 'edge')}.`;
  if (!truncated) return whole;
  return `${whole} Cut off at a limit: there are at least ${count(total.nodes, 'node')} and ${count(total.edges, 'edge')}.`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
