import type { Graph, GraphEdge, GraphNode, Properties } from '../graph.ts';
import type { View } from '../view.ts';
import { connectedParts } from './components.ts';
import { folded, foldedOnce } from './text-match.ts';

/** What narrows a graph that is loaded, beyond what the server filters by. */
export type Narrowing = Pick<View, 'where' | 'text' | 'minDegree' | 'core' | 'largest'>;

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
  return [view.where, view.text, view.minDegree, view.core, view.largest].some(
    (field) => field !== undefined,
  );
}

/**
 * The part of a graph that passes, one filter after the other: properties and text, then the least degree,
 * then the k-core (Seidman 1983: the largest part in which everyone has k edges), then the largest
 * component. Values of one property are alternatives. Where edges are filtered, nodes left without any go too.
 */
export function narrow(graph: Graph, view: Narrowing): Graph {
  const { where = [], text, minDegree, core, largest } = view;
  let part = byConditions(
    graph,
    where.flatMap((each) => readCondition(each) ?? []),
  );
  if (text !== undefined) part = byText(part, text);
  if (minDegree !== undefined) part = keep(part, (key, degrees) => (degrees.get(key) ?? 0) >= minDegree);
  if (core !== undefined) part = coreOf(part, core);
  if (largest) part = largestOf(part);
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
  const nodes = graph.nodes.filter(({ attributes }) => passes(attributes.properties, onNodes));
  const edges = graph.edges.filter(({ attributes }) => passes(attributes.properties, onEdges));
  return onEdges.length > 0 ? withoutIsolated(among(graph, nodes, edges)) : among(graph, nodes, edges);
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
  const found = new Set<string>();
  for (const node of graph.nodes) if (foldedNode(node).includes(wanted)) found.add(node.key);
  for (const edge of graph.edges)
    if (foldedEdge(edge).includes(wanted)) found.add(edge.source).add(edge.target);
  const nodes = graph.nodes.filter(({ key }) => found.has(key));
  return among(graph, nodes, graph.edges);
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
    else texts.push(...valuesAt(properties, name));
  }
  return texts;
}

function keep(graph: Graph, wanted: (key: string, degrees: ReadonlyMap<string, number>) => boolean): Graph {
  const degrees = degreesIn(graph.edges);
  return among(
    graph,
    graph.nodes.filter(({ key }) => wanted(key, degrees)),
    graph.edges,
  );
}

/** Parallel edges count each, self loops not at all: a core is about others. */
function degreesIn(edges: readonly GraphEdge[]): Map<string, number> {
  const degrees = new Map<string, number>();
  for (const { source, target } of edges) {
    if (source === target) continue;
    degrees.set(source, (degrees.get(source) ?? 0) + 1);
    degrees.set(target, (degrees.get(target) ?? 0) + 1);
  }
  return degrees;
}

function coreOf(graph: Graph, least: number): Graph {
  const neighbours = new Map<string, string[]>(graph.nodes.map(({ key }) => [key, []]));
  for (const { source, target } of graph.edges) {
    if (source === target) continue;
    neighbours.get(source)?.push(target);
    neighbours.get(target)?.push(source);
  }
  const degrees = new Map([...neighbours].map(([key, others]) => [key, others.length]));
  const out = graph.nodes.map(({ key }) => key).filter((key) => (degrees.get(key) ?? 0) < least);
  const gone = new Set(out);
  for (let key = out.pop(); key !== undefined; key = out.pop())
    for (const other of neighbours.get(key) ?? []) {
      degrees.set(other, (degrees.get(other) ?? 0) - 1);
      if (gone.has(other) || (degrees.get(other) ?? 0) >= least) continue;
      gone.add(other);
      out.push(other);
    }
  return among(
    graph,
    graph.nodes.filter(({ key }) => !gone.has(key)),
    graph.edges,
  );
}

function largestOf(graph: Graph): Graph {
  const [largest] = connectedParts(graph);
  return among(
    graph,
    graph.nodes.filter(({ key }) => largest?.has(key)),
    graph.edges,
  );
}

function among(graph: Graph, nodes: readonly GraphNode[], edges: readonly GraphEdge[]): Graph {
  const keys = new Set(nodes.map(({ key }) => key));
  const kept = edges.filter(({ source, target }) => keys.has(source) && keys.has(target));
  return { ...graph, nodes: [...nodes], edges: kept };
}

function withoutIsolated(graph: Graph): Graph {
  const ends = new Set<string>();
  for (const { source, target } of graph.edges) ends.add(source).add(target);
  return { ...graph, nodes: graph.nodes.filter(({ key }) => ends.has(key)) };
}
