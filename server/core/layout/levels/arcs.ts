import type { Network, Unlaid } from '../network.ts';

/** A directed link between two places of a network, and how many edges it stands for. */
export interface Arc {
  from: number;
  to: number;
  count: number;
}

/**
 * The arcs of a graph along some relationship types, or all: parallel edges as one. Of two nodes with edges both
 * ways the way that more take is kept, and that of the lesser place where it is even.
 */
export function arcsOf(graph: Unlaid, { keys }: Network, along?: readonly string[]): Arc[] {
  const places = new Map(keys.map((key, at) => [key, at]));
  const wanted = along && new Set(along);
  const counts = new Map<number, number>();
  for (const { source, target, attributes } of graph.edges) {
    if (wanted && !wanted.has(attributes?.type ?? '')) continue;
    const [from, to] = [places.get(source), places.get(target)];
    if (from === undefined || to === undefined || from === to) continue;
    const [low, high] = [Math.min(from, to), Math.max(from, to)];
    const pair = low * keys.length + high;
    counts.set(pair, (counts.get(pair) ?? 0) + (from === low ? 1 : -1));
  }
  return [...counts]
    .sort(([a], [b]) => a - b)
    .map(([pair, net]) => {
      const [low, high] = [Math.floor(pair / keys.length), pair % keys.length];
      const count = Math.max(1, Math.abs(net));
      return net < 0 ? { from: high, to: low, count } : { from: low, to: high, count };
    });
}

/** The arcs that leave and reach each of `size` places. */
export function incidentArcs(size: number, arcs: readonly Arc[]): { out: Arc[][]; into: Arc[][] } {
  const out: Arc[][] = Array.from({ length: size }, () => []);
  const into: Arc[][] = Array.from({ length: size }, () => []);
  for (const arc of arcs) {
    out[arc.from]?.push(arc);
    into[arc.to]?.push(arc);
  }
  return { out, into };
}
