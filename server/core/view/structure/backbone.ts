import type { Graph } from '../../model/graph.ts';
import { endsOf } from '../ends.ts';
import { partOf } from '../part-of.ts';
import type { View } from '../view.ts';

/** The edges between two nodes, whichever way they lead, as one. */
interface Tie {
  a: number;
  b: number;
  /** More than 0. */
  weight: number;
  edges: number[];
}

/**
 * The backbone of a weighted network by the disparity filter (Serrano, Boguñá and Vespignani 2009): an edge stays where
 * it takes more of the weight at one of its ends than chance would give it, at a level of significance. If the weight of
 * a node with k neighbours fell on them at random, one of them would have a share of p or more with probability
 * (1 − p)^(k − 1); that is to be less than the level, at either end.
 *
 * Edges between the same two nodes count as one, whichever way they lead; see {@link weightOf}. All nodes stay, loops go.
 * Where all weights are equal nothing stands out: the probability is then (1 − 1/k)^(k − 1), which is more than 1/e, so
 * that no edge stays at a level of 0.36 or less.
 *
 * @param level More than 0 and less than 1.
 */
export function backboneOf(graph: Graph, level: number, width?: View['width']): Graph {
  const ties = tiesOf(graph, width);
  const [strength, neighbours] = [new Float64Array(graph.nodes.length), new Uint32Array(graph.nodes.length)];
  for (const { a, b, weight } of ties)
    for (const end of [a, b]) {
      strength[end] = (strength[end] ?? 0) + weight;
      neighbours[end] = (neighbours[end] ?? 0) + 1;
    }
  const chance = (end: number, weight: number) =>
    (1 - weight / (strength[end] ?? weight)) ** ((neighbours[end] ?? 1) - 1);
  // A node's only edge takes all of its weight, which says nothing.
  const standsOut = (end: number, weight: number) => neighbours[end] !== 1 && chance(end, weight) < level;
  return withTies(
    graph,
    ties.filter(({ a, b, weight }) => standsOut(a, weight) || standsOut(b, weight)),
  );
}

/**
 * The edges that are among the k heaviest of one of their ends, and those that are as heavy as the least of these: where
 * all weights are equal, all edges. Weights are those of {@link backboneOf}. All nodes stay, loops go.
 */
export function nearestOf(graph: Graph, most: number, width?: View['width']): Graph {
  const ties = tiesOf(graph, width);
  const weights = graph.nodes.map((): number[] => []);
  for (const { a, b, weight } of ties) for (const end of [a, b]) weights[end]?.push(weight);
  const least = weights.map((all) => all.sort((a, b) => b - a)[most - 1] ?? 0);
  return withTies(
    graph,
    ties.filter(({ a, b, weight }) => weight >= (least[a] ?? 0) || weight >= (least[b] ?? 0)),
  );
}

/** What an edge weighs: the number that its width means, else 1. What has no such number, or none above 0, weighs nothing. */
function weightOf({ edges }: Graph, edge: number, property: string | undefined): number {
  if (property === undefined) return 1;
  const properties = edges[edge]?.attributes.properties ?? {};
  const value = Object.hasOwn(properties, property) ? properties[property] : undefined;
  return typeof value === 'number' && Number.isFinite(value) ? Math.max(0, value) : 0;
}

/** The ties of a graph that weigh something, in the order of their first edges. */
function tiesOf(graph: Graph, width: View['width']): Tie[] {
  const property = width?.startsWith(PROPERTY) ? width.slice(PROPERTY.length) : undefined;
  const [ends, ties] = [endsOf(graph), new Map<number, Tie>()];
  for (let edge = 0; edge < graph.edges.length; edge += 1) {
    const [from, to] = [ends[2 * edge] ?? 0, ends[2 * edge + 1] ?? 0];
    if (from === to) continue;
    const [a, b] = from < to ? [from, to] : [to, from];
    const name = a * graph.nodes.length + b;
    const tie = ties.get(name) ?? { a, b, weight: 0, edges: [] };
    tie.weight += weightOf(graph, edge, property);
    tie.edges.push(edge);
    ties.set(name, tie);
  }
  return [...ties.values()].filter(({ weight }) => weight > 0);
}
const PROPERTY = 'property:';

function withTies(graph: Graph, ties: readonly Tie[]): Graph {
  return partOf(graph, undefined, Uint32Array.from(ties.flatMap(({ edges }) => edges)).sort());
}
