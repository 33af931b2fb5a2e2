import { DirectedGraph, UndirectedGraph } from 'graphology';
import louvainModule from 'graphology-communities-louvain';
import closenessModule from 'graphology-metrics/centrality/closeness.js';
import pagerankModule from 'graphology-metrics/centrality/pagerank.js';
import brandesModule from 'graphology-shortest-path/indexed-brandes.js';
import type { Centrality, Measured } from './centralities.ts';
import { randomFrom } from './random.ts';

/** CommonJS modules: bundlers give what they export, Node wraps it once more. */
function exported<T>(module: { default: T } | T): T {
  return typeof module === 'object' && module !== null && 'default' in module
    ? module.default
    : (module as T);
}
const louvain = exported<(typeof louvainModule)['default']>(louvainModule as never);
const closeness = exported<(typeof closenessModule)['default']>(closenessModule as never);
const pagerank = exported<(typeof pagerankModule)['default']>(pagerankModule as never);
const brandes = exported<typeof brandesModule>(brandesModule as never);

/** How many of the sources are gone through between two reports of progress. */
const CHUNK = 64;

/**
 * Measures every node. Self loops count nowhere but in the weighted degree, once; parallel edges are one but
 * for weights, which add up. Betweenness and closeness look at the network without directions.
 *
 * - weightedDegree: sum of the weights of its edges (`weight`, 1 where there is none).
 * - betweenness: share of shortest paths between other nodes that pass through it, 0 to 1 (Freeman 1977, by
 *   Brandes 2001).
 * - closeness: how near it is to all others, 0 to 1, for unconnected networks as Wasserman and Faust (1994) have it.
 * - pagerank: share of the visits of a walker along the edges' directions, 0 to 1, damping 0.85 (Page, Brin 1998).
 * - communities: number of its community, the largest 0, found by Louvain's method (Blondel et al. 2008) over
 *   edges that oppose nothing, always the same for the same graph.
 *
 * @param progress Called now and then with how much is done, from 0 to 1.
 * @returns One number a key.
 */
export function measure(
  graph: Measured,
  name: Centrality,
  progress: (done: number) => void = () => {},
): Float64Array {
  if (graph.keys.length === 0) return new Float64Array(0);
  if (name === 'weightedDegree') return weightedDegree(graph);
  if (name === 'betweenness') return betweenness(graph, progress);
  if (name === 'closeness') return listed(graph, closeness(undirected(graph), { wassermanFaust: true }));
  if (name === 'pagerank') return listed(graph, pagerank(directed(graph), { getEdgeWeight: 'weight' }));
  return communities(graph);
}

function weightedDegree({ keys, edges }: Measured): Float64Array {
  const sums = new Float64Array(keys.length);
  for (const { source, target, weight } of edges) {
    sums[source] = (sums[source] ?? 0) + weight;
    if (source !== target) sums[target] = (sums[target] ?? 0) + weight;
  }
  return sums;
}

/** The library's own loop tells no progress, so it is run here over the library's search. */
function betweenness(graph: Measured, progress: (done: number) => void): Float64Array {
  const order = graph.keys.length;
  const between = new Float64Array(order);
  const search = brandes.createUnweightedIndexedBrandes(undirected(graph));
  const dependency = new Float64Array(order);
  for (let source = 0; source < order; source += 1) {
    const [stack, before, paths] = search(source);
    dependency.fill(0);
    while (stack.size > 0) {
      const node = stack.pop() as number;
      const share = (1 + (dependency[node] ?? 0)) / (paths[node] as number);
      for (const other of before[node] as number[])
        dependency[other] = (dependency[other] ?? 0) + (paths[other] as number) * share;
      if (node !== source) between[node] = (between[node] ?? 0) + (dependency[node] ?? 0);
    }
    if (source % CHUNK === 0) progress(source / order);
  }
  const pairs = (order - 1) * (order - 2);
  return pairs > 0 ? between.map((value) => settled(value / pairs)) : between;
}

function communities(graph: Measured): Float64Array {
  const friendly = { ...graph, edges: graph.edges.filter(({ sign }) => sign >= 0) };
  const found = listed(
    graph,
    louvain(undirected(friendly), { getEdgeWeight: 'weight', rng: randomFrom(1), randomWalk: true }),
  );
  const sizes = new Map<number, number>();
  for (const community of found) sizes.set(community, (sizes.get(community) ?? 0) + 1);
  const ranks = new Map(
    [...sizes]
      .sort((a, b) => b[1] - a[1] || found.indexOf(a[0]) - found.indexOf(b[0]))
      .map(([id], rank) => [id, rank]),
  );
  return found.map((community) => ranks.get(community) ?? 0);
}

function listed({ keys }: Measured, values: Record<string, number>): Float64Array {
  return Float64Array.from(keys, (_, at) => settled(values[at] ?? 0));
}

/** Sums in another order differ in their last digits, which must not set nodes apart that are alike. */
function settled(value: number): number {
  return Number(value.toPrecision(12));
}

function undirected(graph: Measured): UndirectedGraph {
  return filled(new UndirectedGraph(), graph);
}

function directed(graph: Measured): DirectedGraph {
  return filled(new DirectedGraph(), graph);
}

function filled<G extends UndirectedGraph | DirectedGraph>(into: G, { keys, edges }: Measured): G {
  keys.forEach((_, at) => {
    into.addNode(at);
  });
  for (const { source, target, weight } of edges) {
    if (source === target) continue;
    into.updateEdge(source, target, (attributes) => ({
      weight: ((attributes.weight as number) ?? 0) + weight,
    }));
  }
  return into;
}
