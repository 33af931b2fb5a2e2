import type { Graph, GraphEdge, GraphNode, Properties } from '../model/graph.ts';
import { pushAll } from '../numbers/extremes.ts';
import { connectedParts } from './components.ts';

import { edgesBetween, type Kept, nodesAt, partOf } from './part-of.ts';
import { backboneOf, nearestOf } from './structure/backbone.ts';
import { coreOf, degreesIn } from './structure/core.ts';
import { folded, foldedOnce } from './text-match.ts';
import type { View } from './view.ts';

/** What narrows a graph that is loaded, beyond what the server filters by. */
export type Narrowing = Pick<View, (typeof NARROWING)[number] | 'width'>;

/** The fields of a view that narrow. */
export const NARROWING = ['where', 'text', 'minDegree', 'core', 'largest', 'backbone', 'nearest'] as const;

/** A condition on a property, as a view's `where` names it: `edge:assertedBy=nato`. */
export interface Condition {
  of: 'node' | 'edge';
  name: string;
  value: string;
}

/** Reads a condition; undefined when it is not one. The value is everything after the first equals sign. */
export function readCondition(text: string): Condition | undefined {
  const match = /^(node|edge):([^=]+)=(.*)$/su.exec(text);
  if (!match) return undefined;
  return { of: match[1] as Condition['of'], name: match[2] ?? '', value: match[3] ?? '' };
}

export function writeCondition({ of, name, value }: Condition): string {
  return `${of}:${name}=${value}`;
}

/** Whether a view narrows a graph by any of this. */
export function narrows(view: Narrowing): boolean {
  return NARROWING.some((field) => view[field] !== undefined);
}

/**
 * The part of a graph that passes, one filter after the other: properties and text, then the least degree,
 * then the k-core (Seidman 1983: the largest part in which everyone has k edges), then the largest
 * component. Values of one property are alternatives. Where edges are filtered, nodes left without any go too; but
 * where the edges of that part are thinned out at last, to its backbone and to the heaviest of each node, nodes stay.
 */
export function narrow(graph: Graph, view: Narrowing): Graph {
  const { where = [], text, minDegree, core, largest, backbone, nearest, width } = view;
  let part = byConditions(
    graph,
    where.flatMap((each) => readCondition(each) ?? []),
  );
  if (text !== undefined) part = byText(part, text);
  if (minDegree !== undefined) part = byDegree(part, minDegree);
  if (core !== undefined) part = among(part, coreOf(part, core));
  if (largest) part = largestOf(part);
  if (backbone !== undefined) part = backboneOf(part, backbone, width);
  if (nearest !== undefined) part = nearestOf(part, nearest, width);
  return part;
}

function byConditions(graph: Graph, conditions: readonly Condition[]): Graph {
  const tests = (of: Condition['of']) => {
    const byName = new Map<string, Set<string>>();
    for (const { name, value } of conditions.filter((each) => each.of === of))
      byName.set(name, (byName.get(name) ?? new Set()).add(value));
    return [...byName];
  };
  const [onNodes, onEdges] = [tests('node'), tests('edge')];
  const passes = (properties: Properties, all: typeof onNodes) =>
    all.every(([name, values]) => valuesAt(properties, name).some((value) => values.has(value)));
  if (onNodes.length === 0 && onEdges.length === 0) return graph;
  const kept = keptOf(graph, ({ attributes }) => passes(attributes.properties, onNodes));
  const edges = edgesBetween(graph, kept, ({ attributes }) => passes(attributes.properties, onEdges));
  return partOf(graph, onEdges.length > 0 ? nodesAt(graph, edges) : kept, edges);
}

/** The values of a property as text; those of a list one by one. */
export function valuesAt(properties: Properties, name: string): string[] {
  if (!Object.hasOwn(properties, name)) return [];
  const value = properties[name];
  // Nearly all of them, and there are many.
  if (typeof value === 'string') return [value];
  return [value].flat().flatMap((value) => {
    if (value === null || value === undefined) return [];
    return [typeof value === 'object' ? JSON.stringify(value) : String(value)];
  });
}

/** Nodes in whose texts a text occurs, whatever its case and accents; and edges in whose texts it does, with their ends. */
function byText(graph: Graph, text: string): Graph {
  const wanted = folded(text);
  const named = keptOf(graph, (node) => foldedNode(node).includes(wanted));
  const said = edgesBetween(graph, undefined, (edge) => foldedEdge(edge).includes(wanted));
  const ends = nodesAt(graph, said);
  return among(
    graph,
    named.map((is, place) => is | (ends[place] ?? 0)),
  );
}

/** What the filter by text reads of a node, as it is compared. */
export const foldedNode = foldedOnce<GraphNode>(({ attributes }) => [
  attributes.caption,
  ...textsOf(attributes.properties),
]);

/** What it reads of an edge. */
export const foldedEdge = foldedOnce<GraphEdge>(({ attributes }) => textsOf(attributes.properties));

function textsOf(properties: Properties): string[] {
  const texts: string[] = [];
  for (const name of Object.keys(properties)) {
    const value = properties[name];
    // A list for each of many takes longer than their texts.
    if (typeof value === 'string') texts.push(value);
    else pushAll(texts, valuesAt(properties, name));
  }
  return texts;
}

function byDegree(graph: Graph, least: number): Graph {
  const degrees = degreesIn(graph);
  return among(
    graph,
    keptOf(graph, (_, place) => (degrees[place] ?? 0) >= least),
  );
}

function largestOf(graph: Graph): Graph {
  const [largest] = connectedParts(graph);
  return among(
    graph,
    keptOf(graph, ({ key }) => largest?.has(key) ?? false),
  );
}

function keptOf({ nodes }: Graph, test: (node: GraphNode, place: number) => boolean): Kept {
  return Uint8Array.from(nodes, (node, place) => (test(node, place) ? 1 : 0));
}

function among(graph: Graph, kept: Kept): Graph {
  return partOf(graph, kept, edgesBetween(graph, kept));
}
