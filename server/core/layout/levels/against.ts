import type { Position } from '../../geometry/position.ts';
import type { Unlaid } from '../network.ts';

/** How the edges that make a hierarchy lie in it. */
export interface Against {
  /** How many lead down. */
  down: number;
  /** How many lead up again, as they close a circle. */
  up: number;
  /** How many nodes have no such edge. */
  apart: number;
}

/** How many edges of some relationship types, or of all, lead down and up in the picture. */
export function against(
  graph: Unlaid,
  positionOf: (key: string) => Position | undefined,
  along?: readonly string[],
): Against {
  const wanted = along && new Set(along);
  const linked = new Set<string>();
  let [down, up] = [0, 0];
  for (const { source, target, attributes } of graph.edges) {
    if (source === target || (wanted && !wanted.has(attributes?.type ?? ''))) continue;
    const [from, to] = [positionOf(source), positionOf(target)];
    if (!from || !to) continue;
    if (from.y > to.y) down += 1;
    else up += 1;
    linked.add(source).add(target);
  }
  return { down, up, apart: graph.nodes.length - linked.size };
}
