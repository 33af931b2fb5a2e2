import type { Graph } from '../../model/graph.ts';
import { endsOf } from '../ends.ts';
import type { Kept } from '../part-of.ts';

/** How many edges each node has to others, by its place: parallel edges count each, self loops not at all. */
export function degreesIn(graph: Graph): Uint32Array {
  const ends = endsOf(graph);
  const degrees = new Uint32Array(graph.nodes.length);
  for (let at = 0; at < ends.length; at += 2) {
    const [source, target] = [ends[at] ?? 0, ends[at + 1] ?? 0];
    if (source === target) continue;
    degrees[source] = (degrees[source] ?? 0) + 1;
    degrees[target] = (degrees[target] ?? 0) + 1;
  }
  return degrees;
}

/**
 * The nodes of the k-core: the largest part of a graph in which everyone has k edges to others (Seidman 1983). Whoever
 * has too few is taken out, and then whoever has too few without these (Batagelj and Zaveršnik 2003).
 */
export function coreOf(graph: Graph, least: number): Kept {
  const degrees = degreesIn(graph);
  const { from, neighbours } = neighboursIn(graph, degrees);
  const kept: Kept = Uint8Array.from(degrees, (degree) => (degree >= least ? 1 : 0));
  const out = graph.nodes.flatMap((_, place) => (kept[place] ? [] : [place]));
  for (let gone = out.pop(); gone !== undefined; gone = out.pop())
    for (let at = from[gone] ?? 0; at < (from[gone + 1] ?? 0); at += 1) {
      const other = neighbours[at] ?? 0;
      degrees[other] = (degrees[other] ?? 0) - 1;
      if (!kept[other] || (degrees[other] ?? 0) >= least) continue;
      kept[other] = 0;
      out.push(other);
    }
  return kept;
}

/** The neighbours of each node, one after the other; those of the node at `place` begin at `from[place]`. */
function neighboursIn(graph: Graph, degrees: Uint32Array): { from: Uint32Array; neighbours: Uint32Array } {
  const ends = endsOf(graph);
  const from = new Uint32Array(degrees.length + 1);
  degrees.forEach((degree, place) => {
    from[place + 1] = (from[place] ?? 0) + degree;
  });
  const next = from.slice();
  const neighbours = new Uint32Array(from.at(-1) ?? 0);
  const put = (node: number, other: number) => {
    const at = next[node] ?? 0;
    neighbours[at] = other;
    next[node] = at + 1;
  };
  for (let at = 0; at < ends.length; at += 2) {
    const [source, target] = [ends[at] ?? 0, ends[at + 1] ?? 0];
    if (source === target) continue;
    put(source, target);
    put(target, source);
  }
  return { from, neighbours };
}
