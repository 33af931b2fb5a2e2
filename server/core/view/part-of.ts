import type { Graph, GraphEdge } from '../model/graph.ts';
import { type Ends, endsOf, keepEnds } from './ends.ts';

/** One number for each node of a graph: 1 where it is kept. */
export type Kept = Uint8Array;

/** The places of the edges that have both ends among the nodes that are kept, and pass a test where there is one. */
export function edgesBetween(
  graph: Graph,
  kept: Kept | undefined,
  passes?: (edge: GraphEdge) => boolean,
): Uint32Array {
  const { edges } = graph;
  const ends = endsOf(graph);
  const places = new Uint32Array(edges.length);
  let count = 0;
  for (let place = 0; place < edges.length; place += 1) {
    const edge = edges[place];
    if (kept && !(kept[ends[2 * place] ?? 0] && kept[ends[2 * place + 1] ?? 0])) continue;
    if (edge && (!passes || passes(edge))) places[count++] = place;
  }
  return places.subarray(0, count);
}

/** The nodes that edges, given by their places, are at. */
export function nodesAt(graph: Graph, edges: Uint32Array): Kept {
  const ends = endsOf(graph);
  const kept = new Uint8Array(graph.nodes.length);
  for (let at = 0; at < edges.length; at += 1) {
    const edge = edges[at] ?? 0;
    kept[ends[2 * edge] ?? 0] = 1;
    kept[ends[2 * edge + 1] ?? 0] = 1;
  }
  return kept;
}

/**
 * The part of a graph with some of its nodes, and some of the edges between these, in their order. Where all nodes,
 * or all edges, are kept, they stay the same list, and what is known of that list stays good.
 *
 * @param kept All nodes when absent.
 * @param edges Their places, in order.
 */
export function partOf(graph: Graph, kept: Kept | undefined, edges: Uint32Array): Graph {
  const some = kept?.includes(0) ? kept : undefined;
  const all = edges.length === graph.edges.length;
  if (!some && all) return graph;
  const part: Graph = {
    ...graph,
    nodes: some ? graph.nodes.filter((_, place) => some[place]) : graph.nodes,
    edges: all ? graph.edges : edgesAt(graph, edges),
  };
  keepEnds(part, movedEnds(endsOf(graph), edges, some));
  return part;
}

function edgesAt({ edges }: Graph, places: Uint32Array): Graph['edges'] {
  const chosen: Graph['edges'] = [];
  for (let at = 0; at < places.length; at += 1) {
    const edge = edges[places[at] ?? 0];
    if (edge) chosen.push(edge);
  }
  return chosen;
}

/** The ends of the edges that are left, among the nodes that are left. */
function movedEnds(ends: Ends, edges: Uint32Array, kept: Kept | undefined): Ends {
  const places = kept && placesIn(kept);
  const moved = new Uint32Array(edges.length * 2);
  for (let at = 0; at < edges.length; at += 1) {
    const edge = edges[at] ?? 0;
    const source = ends[2 * edge] ?? 0;
    const target = ends[2 * edge + 1] ?? 0;
    moved[2 * at] = places ? (places[source] ?? 0) : source;
    moved[2 * at + 1] = places ? (places[target] ?? 0) : target;
  }
  return moved;
}

/** The place of each node among those that are kept. */
function placesIn(kept: Kept): Uint32Array {
  const places = new Uint32Array(kept.length);
  let next = 0;
  for (let place = 0; place < kept.length; place += 1) {
    places[place] = next;
    next += kept[place] ?? 0;
  }
  return places;
}
