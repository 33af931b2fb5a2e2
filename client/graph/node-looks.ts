import type { Graph, GraphNode } from '../../server/contract/graph.ts';
import { CATEGORIES, NO_CATEGORY, SCALE_STEPS } from './palette.ts';
import { byText } from './random.ts';
import { degreesOf, LEAST_SIZE, MOST_SIZE, SAME_SIZE } from './sizes.ts';

/** Values of nodes by key; a node without one is not in it. */
export type NodeValues = ReadonlyMap<string, number | string>;

/** One row of what colours mean. */
export interface KeyRow {
  /** Place in a theme's palette. */
  fill: number;
  title: string;
  /** How many nodes have it. */
  count: number;
}

/** Radii whose areas grow with the values, from the least to the largest node; the least where there is none. */
export function sizesBy(graph: Graph, values: NodeValues): Map<string, number> {
  const numbers = [...values.values()].filter((value) => typeof value === 'number');
  const most = numbers.reduce((top, value) => Math.max(top, value), 0);
  return new Map(
    graph.nodes.map(({ key }) => {
      const value = values.get(key);
      const share = typeof value === 'number' && most > 0 ? Math.max(0, value) / most : 0;
      return [key, Math.sqrt(LEAST_SIZE ** 2 + (MOST_SIZE ** 2 - LEAST_SIZE ** 2) * share)];
    }),
  );
}

/** The same radius for every node. */
export function sameSize(graph: Graph): Map<string, number> {
  return new Map(graph.nodes.map(({ key }) => [key, SAME_SIZE]));
}

/**
 * Fills by value: numbers by a scale of steps that hold about as many nodes each, everything else by
 * category, the most frequent first; what is left over or has no value is grey.
 *
 * @param named What a value is called.
 */
export function fillsBy(
  graph: Graph,
  values: NodeValues,
  named: (value: number | string) => string = String,
  asCategories = false,
): { fills: ReadonlyMap<string, number>; key: readonly KeyRow[] } {
  const numeric = !asCategories && [...values.values()].every((value) => typeof value === 'number');
  const rows = numeric
    ? steps([...(values.values() as Iterable<number>)], named)
    : categories([...values.values()], named);
  const fills = new Map<string, number>();
  const counts = rows.map(() => 0);
  let without = 0;
  for (const { key } of graph.nodes) {
    const value = values.get(key);
    const at = value === undefined ? -1 : rows.findIndex(({ holds }) => holds(value));
    if (at < 0) without += 1;
    else counts[at] = (counts[at] ?? 0) + 1;
    fills.set(key, rows[at]?.fill ?? NO_CATEGORY);
  }
  const key = rows.map(({ fill, title }, at) => ({ fill, title, count: counts[at] ?? 0 }));
  if (without > 0)
    key.push({ fill: NO_CATEGORY, title: numeric ? 'None' : 'Others or none', count: without });
  return { fills, key };
}

interface Row {
  fill: number;
  title: string;
  holds: (value: number | string) => boolean;
}

function categories(values: readonly (number | string)[], named: (value: number | string) => string): Row[] {
  const counts = new Map<number | string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts]
    .sort((a, b) => b[1] - a[1] || byText(String(a[0]), String(b[0])))
    .slice(0, CATEGORIES)
    .map(([category], at) => ({ fill: at, title: named(category), holds: (value) => value === category }));
}

function steps(values: readonly number[], named: (value: number) => string): Row[] {
  const sorted = [...values].sort((a, b) => a - b);
  const distinct = [...new Set(sorted)];
  const bounds =
    distinct.length <= SCALE_STEPS
      ? distinct
      : [
          ...new Set(
            Array.from(
              { length: SCALE_STEPS },
              (_, step) => sorted[Math.ceil(((step + 1) * sorted.length) / SCALE_STEPS) - 1] ?? 0,
            ),
          ),
        ];
  return bounds.map((upper, at) => {
    const lower = at === 0 ? -Infinity : (bounds[at - 1] ?? 0);
    const least = sorted.find((value) => value > lower) ?? upper;
    return {
      fill: CATEGORIES + 1 + Math.round((at * (SCALE_STEPS - 1)) / Math.max(1, bounds.length - 1)),
      title: least === upper ? named(upper) : `${named(least)} to ${named(upper)}`,
      holds: (value) => typeof value === 'number' && value > lower && value <= upper,
    };
  });
}

/** A property of every node that has it, where it is a number, a text or a truth value. */
export function valuesOfProperty(graph: Graph, name: string): NodeValues {
  return new Map(
    graph.nodes.flatMap(({ key, attributes }): [string, number | string][] => {
      const value = Object.hasOwn(attributes.properties, name) ? attributes.properties[name] : undefined;
      if (typeof value === 'boolean') return [[key, String(value)]];
      return typeof value === 'number' || typeof value === 'string' ? [[key, value]] : [];
    }),
  );
}

/** How many edges each node has in the graph, as values. */
export function degreeValues(graph: Graph): NodeValues {
  return degreesOf(graph);
}

/** How often a value must be shared for colours by a property to say something. */
const LEAST_SHARED = 2;

const tellingBefore = new WeakMap<readonly GraphNode[], readonly string[]>();

/** Properties by which nodes can be told apart in colour: with at least two values, not all different. */
export function tellingProperties(nodes: readonly GraphNode[]): readonly string[] {
  const known = tellingBefore.get(nodes);
  if (known) return known;
  const found = tellingIn(nodes);
  tellingBefore.set(nodes, found);
  return found;
}

function tellingIn(nodes: readonly GraphNode[]): string[] {
  const seen = new Map<string, { values: Set<unknown>; count: number; numeric: boolean }>();
  for (const { attributes } of nodes)
    for (const [name, value] of Object.entries(attributes.properties)) {
      if (!['number', 'string', 'boolean'].includes(typeof value)) continue;
      const known = seen.get(name) ?? { values: new Set(), count: 0, numeric: true };
      known.values.add(value);
      known.count += 1;
      known.numeric &&= typeof value === 'number';
      seen.set(name, known);
    }
  return [...seen]
    .filter(
      ([, { values, count, numeric }]) => values.size > 1 && (numeric || count >= LEAST_SHARED * values.size),
    )
    .map(([name]) => name)
    .sort(byText);
}
