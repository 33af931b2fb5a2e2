import { degreeValues } from '../../../server/core/looks/node-looks.ts';
import type { Graph } from '../../../server/core/model/graph.ts';
import { indexOf } from '../../../server/core/picture/graph-index.ts';
import { connectedParts } from '../../../server/core/view/components.ts';

/** One bar of a distribution. */
export interface Bar {
  title: string;
  count: number;
}

/** What can be counted of a graph as a whole. */
export interface Statistics {
  nodes: number;
  edges: number;
  /** Ordered pairs with an edge, of all there could be, 0 to 1 (Wasserman and Faust 1994); self loops apart. */
  density: number;
  /** Of the edges between two nodes, the share whose way back has an edge as well, 0 to 1. */
  reciprocity: number;
  meanDegree: number;
  /** Connected parts, by how many nodes they have. */
  parts: readonly Bar[];
  /** Nodes by how many edges they have. */
  degrees: readonly Bar[];
  signs: readonly Bar[];
  types: readonly Bar[];
  modalities: readonly Bar[];
  confidences: readonly Bar[];
}

/** The statistics of a graph; shares of nothing are 0. */
export function statisticsOf(graph: Graph): Statistics {
  const { nodes, edges } = graph;
  const { counts } = indexOf(graph);
  const places = new Map(nodes.map(({ key }, place) => [key, place]));
  const pair = (from: string, to: string) => (places.get(from) ?? 0) * nodes.length + (places.get(to) ?? 0);
  const apart = edges.filter(({ source, target }) => source !== target);
  const pairs = new Set(apart.map(({ source, target }) => pair(source, target)));
  const back = apart.filter(({ source, target }) => pairs.has(pair(target, source))).length;
  const possible = nodes.length * (nodes.length - 1);
  const sign = (wanted: number) => edges.filter(({ attributes }) => attributes.sign === wanted).length;
  return {
    nodes: nodes.length,
    edges: edges.length,
    density: possible > 0 ? pairs.size / possible : 0,
    reciprocity: apart.length > 0 ? back / apart.length : 0,
    meanDegree: nodes.length > 0 ? (2 * edges.length) / nodes.length : 0,
    parts: tally(connectedParts(graph).map(({ size }) => size)),
    degrees: tally([...degreeValues(graph).values()].map(Number)),
    signs: [
      { title: 'Support', count: sign(1) },
      { title: 'Opposition', count: sign(-1) },
      { title: 'Neither', count: sign(0) },
    ],
    types: bars(counts.type),
    modalities: bars(counts.modality),
    confidences: bars(counts.confidence),
  };
}

function bars(counts: ReadonlyMap<string, number>): Bar[] {
  return [...counts].map(([title, count]) => ({ title, count })).sort((a, b) => b.count - a.count);
}

/** How often each number occurs, in the order of the numbers; many different ones in ranges of doubling width. */
export const MOST_BARS = 16;

function tally(values: readonly number[]): Bar[] {
  const distinct = new Set(values);
  const range = (value: number): [number, number] => {
    if (distinct.size <= MOST_BARS || value < 1) return [value, value];
    const from = 2 ** Math.floor(Math.log2(value));
    return [from, 2 * from - 1];
  };
  const counts = new Map<number, { title: string; count: number }>();
  for (const value of values) {
    const [from, to] = range(value);
    const bar = counts.get(from) ?? { title: from === to ? `${from}` : `${from} to ${to}`, count: 0 };
    bar.count += 1;
    counts.set(from, bar);
  }
  return [...counts].sort(([a], [b]) => a - b).map(([, bar]) => bar);
}
