import type { SignedGraph } from '../signed-graph.ts';
import { disjointNegativeCycles } from './negative-cycles.ts';

export interface TwoCamps {
  /** Whether the graph splits into two camps with support inside and opposition between them. */
  balanced: boolean;
  /** The camp of each node, 0 or 1; the lowest node of every connected part is in camp 0. */
  camps: Uint8Array;
  /** Negative cycles that stand in the way, as edges in the order they are walked; none when balanced. */
  witnesses: number[][];
}

/**
 * Harary's structure theorem (1953): a signed graph is balanced if and only if it splits into two camps,
 * which holds if and only if no cycle has an odd number of negative edges. O(n + m).
 *
 * @param limit At most this many witnesses, no two with an edge in common, short ones first.
 */
export function splitInTwo(graph: SignedGraph, limit = 10): TwoCamps {
  const camps = colourTree(graph);
  const balanced = !graph.source.some((_, edge) => isFrustrated(graph, camps, edge));
  const witnesses = balanced ? [] : disjointNegativeCycles(graph, { most: limit });
  return { balanced, camps, witnesses };
}

/** Whether a split contradicts an edge: support across, or opposition within. */
export function isFrustrated(
  { source, target, sign }: Pick<SignedGraph, 'source' | 'target' | 'sign'>,
  camps: ArrayLike<number>,
  edge: number,
): boolean {
  const together = camps[source[edge] as number] === camps[target[edge] as number];
  return together !== (sign[edge] as number) > 0;
}

/** The camps that a breadth-first tree of each connected part gives. */
export function colourTree({ nodes, offsets, neighbours, via, sign }: SignedGraph): Uint8Array {
  const camps = new Uint8Array(nodes).fill(2);
  const queue = new Uint32Array(nodes);
  for (let root = 0; root < nodes; root++) {
    if (camps[root] !== 2) continue;
    camps[root] = 0;
    queue[0] = root;
    for (let done = 0, known = 1; done < known; done++) {
      const node = queue[done] as number;
      for (let at = offsets[node] as number; at < (offsets[node + 1] as number); at++) {
        const next = neighbours[at] as number;
        if (camps[next] !== 2) continue;
        camps[next] = (camps[node] as number) ^ ((sign[via[at] as number] as number) < 0 ? 1 : 0);
        queue[known++] = next;
      }
    }
  }
  return camps;
}
