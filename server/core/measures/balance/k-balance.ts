import { otherEnd, type SignedGraph } from '../signed-graph.ts';

export interface Camps {
  /** Whether the graph splits into any number of camps with support inside and opposition between them. */
  clusterable: boolean;
  /** The camp of each node from 0: the parts that support alone connects, in the order of their lowest node. */
  camps: Uint32Array;
  /** Cycles with exactly one negative edge, which is their first; none when clusterable. */
  witnesses: number[][];
}

/**
 * Davis's theorem (1967): a signed graph splits into any number of camps if and only if no cycle has exactly
 * one negative edge. O(n + m), and as much again for each witness, which is a shortest one for its edge.
 *
 * @param limit At most this many witnesses.
 */
export function splitInMany(graph: SignedGraph, limit = 10): Camps {
  const camps = supportedParts(graph);
  const within = (edge: number) =>
    camps[graph.source[edge] as number] === camps[graph.target[edge] as number];
  const against = Array.from(graph.sign.keys()).filter(
    (edge) => Number(graph.sign[edge]) < 0 && within(edge),
  );
  const witnesses = against.slice(0, limit).map((edge) => [edge, ...supportPath(graph, edge)]);
  return { clusterable: against.length === 0, camps, witnesses };
}

function supportedParts({ nodes, offsets, neighbours, via, sign }: SignedGraph) {
  const none = nodes;
  const camps = new Uint32Array(nodes).fill(none);
  let count = 0;
  for (let root = 0; root < nodes; root++) {
    if (camps[root] !== none) continue;
    camps[root] = count;
    for (const open = [root]; open.length > 0; ) {
      const node = open.pop() as number;
      for (let at = offsets[node] as number; at < (offsets[node + 1] as number); at++) {
        const next = neighbours[at] as number;
        if (camps[next] !== none || (sign[via[at] as number] as number) < 0) continue;
        camps[next] = count;
        open.push(next);
      }
    }
    count += 1;
  }
  return camps;
}

/** The edges of a shortest path of support from the target of an edge back to its source. */
function supportPath(graph: SignedGraph, edge: number): number[] {
  const { offsets, neighbours, via, sign } = graph;
  const [start, goal] = [graph.source[edge] as number, graph.target[edge] as number];
  const towards = new Map<number, number>([[start, -1]]);
  for (let level = [start]; !towards.has(goal) && level.length > 0; ) {
    const next: number[] = [];
    for (const node of level) {
      for (let at = offsets[node] as number; at < (offsets[node + 1] as number); at++) {
        const reached = neighbours[at] as number;
        if (towards.has(reached) || (sign[via[at] as number] as number) < 0) continue;
        towards.set(reached, via[at] as number);
        next.push(reached);
      }
    }
    level = next;
  }
  const path: number[] = [];
  for (let node = goal; node !== start; node = otherEnd(graph, path[path.length - 1] as number, node)) {
    path.push(towards.get(node) as number);
  }
  return path;
}
