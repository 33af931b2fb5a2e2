import type { Graph } from '../model/graph.ts';

/** Places among the nodes of a graph: the source and the target of each edge in turn. */
export type Ends = Uint32Array;

const known = new WeakMap<Graph, Ends>();

/** The ends of a graph's edges; the same for the same graph. An end that is not there is at 0. */
export function endsOf(graph: Graph): Ends {
  const before = known.get(graph);
  if (before) return before;
  const places = placesOf(graph);
  const ends = new Uint32Array(graph.edges.length * 2);
  graph.edges.forEach(({ source, target }, edge) => {
    ends[2 * edge] = places.get(source) ?? 0;
    ends[2 * edge + 1] = places.get(target) ?? 0;
  });
  return keepEnds(graph, ends);
}

const placed = new WeakMap<Graph, ReadonlyMap<string, number>>();

/** The places of a graph's nodes by key; the same for the same graph. */
export function placesOf(graph: Graph): ReadonlyMap<string, number> {
  const before = placed.get(graph);
  if (before) return before;
  const places = new Map(graph.nodes.map(({ key }, place) => [key, place]));
  placed.set(graph, places);
  return places;
}

/** Keeps the ends of a graph that whoever made it knows, so that they need not be looked up by key. */
export function keepEnds(graph: Graph, ends: Ends): Ends {
  known.set(graph, ends);
  return ends;
}
