import type { Graph } from '../model/graph.ts';
import { NO_GROUP } from '../model/groups.ts';
import { byText } from '../numbers/random.ts';
import { CATEGORIES, NO_CATEGORY } from './palette.ts';
import { areOrdered, type Named, type Step, stepsOf, type Value } from './scale.ts';
import { degreesOf, LEAST_SIZE, MOST_SIZE, SAME_SIZE, startOf } from './sizes.ts';

/** Values of nodes by key; a node without one is not in it. */
export type NodeValues = ReadonlyMap<string, Value>;

/** One row of what colours mean. */
export interface KeyRow {
  /** Place in a theme's palette. */
  fill: number;
  title: string;
  /** How many nodes have it. */
  count: number;
}

/** One row of what sizes mean. */
export interface SizeRow {
  /** In layout units. */
  radius: number;
  title: string;
}

/**
 * Radii whose areas grow with the values from where `startOf` has it to the most; the least radius where there is no
 * number.
 *
 * @param named What a value is called.
 */
export function sizesBy(
  graph: Graph,
  values: NodeValues,
  named: Named = String,
): { sizes: ReadonlyMap<string, number>; sizeKey: readonly SizeRow[] } {
  const numbers = graph.nodes.flatMap(({ key }) => {
    const value = values.get(key);
    return typeof value === 'number' ? [value] : [];
  });
  const [least, most] = numbers.reduce(([a, b], value) => [Math.min(a, value), Math.max(b, value)], [
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
  ] as [number, number]);
  const from = startOf(least, most);
  const radiusOf = (value: Value | undefined) => {
    if (typeof value === 'number' && most === from) return SAME_SIZE;
    const share = typeof value === 'number' ? (value - from) / (most - from) : 0;
    return Math.sqrt(LEAST_SIZE ** 2 + (MOST_SIZE ** 2 - LEAST_SIZE ** 2) * share);
  };
  const rows = numbers.length === 0 ? [] : [...new Set([least, most])];
  const sizeKey = rows.map((value) => ({ radius: radiusOf(value), title: named(value) }));
  if (numbers.length < graph.nodes.length) sizeKey.push({ radius: LEAST_SIZE, title: 'None' });
  return { sizes: new Map(graph.nodes.map(({ key }) => [key, radiusOf(values.get(key))])), sizeKey };
}

/** The same radius for every node. */
export function sameSize(graph: Graph): Map<string, number> {
  return new Map(graph.nodes.map(({ key }) => [key, SAME_SIZE]));
}

/**
 * Fills by value: numbers and dates by a scale of steps that hold about as many nodes each, everything else by
 * category, the most frequent first; what is left over or has no value is grey.
 *
 * @param values Also those of nodes that are not in the graph: what is hidden changes no colour of what is left.
 * @param named What a value is called.
 * @param areGroups Whether values are groups that are numbered.
 */
export function fillsBy(
  graph: Graph,
  values: NodeValues,
  named: Named = String,
  areGroups = false,
): { fills: ReadonlyMap<string, number>; key: readonly KeyRow[] } {
  const all = [...values.values()];
  const rows = !areGroups && areOrdered(all) ? stepsOf(all, named) : categories(all, named, areGroups);
  const fills = new Map<string, number>();
  const counts = rows.map(() => 0);
  let [others, none] = [0, 0];
  for (const { key } of graph.nodes) {
    const value = values.get(key);
    const at = value === undefined ? -1 : rows.findIndex(({ holds }) => holds(value));
    if (value === undefined) none += 1;
    else if (at < 0) others += 1;
    else counts[at] = (counts[at] ?? 0) + 1;
    fills.set(key, rows[at]?.fill ?? NO_CATEGORY);
  }
  const key = rows.flatMap(({ fill, title }, at) => {
    const count = counts[at] ?? 0;
    return count > 0 ? [{ fill, title, count }] : [];
  });
  if (others + none > 0)
    key.push({ fill: NO_CATEGORY, title: restTitle(others, none), count: others + none });
  return { fills, key };
}

/** What those are called that have no mark of their own: with another value, or without any. */
export function restTitle(others: number, none: number): string {
  if (others === 0) return 'None';
  return none === 0 ? 'Others' : NO_GROUP;
}

function categories(values: readonly Value[], named: Named, areGroups: boolean): Step[] {
  return ranked(values, areGroups)
    .slice(0, CATEGORIES)
    .map((category, at) => ({ fill: at, title: named(category), holds: (value) => value === category }));
}

/** Different values, the most frequent first; of groups by their number, so that the first is always drawn alike. */
export function ranked(values: Iterable<Value>, areGroups: boolean): Value[] {
  const counts = new Map<Value, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts]
    .sort(
      ([one, many], [other, few]) =>
        (areGroups ? String(one).length - String(other).length : few - many) ||
        byText(String(one), String(other)),
    )
    .map(([value]) => value);
}

/** A property of every node that has it, where it is a number, a text, a truth value, or a list of texts, as one. */
export function valuesOfProperty(graph: Graph, name: string): NodeValues {
  return new Map(
    graph.nodes.flatMap(({ key, attributes }): [string, number | string][] => {
      const value = Object.hasOwn(attributes.properties, name)
        ? valueIn(attributes.properties[name])
        : undefined;
      return value === undefined ? [] : [[key, value]];
    }),
  );
}

/** A value of a property by which something can be drawn. */
export function valueIn(value: unknown): Value | undefined {
  if (typeof value === 'number' || typeof value === 'string') return value;
  if (typeof value === 'boolean') return String(value);
  const isOfTexts = Array.isArray(value) && value.every((each) => typeof each === 'string');
  return isOfTexts && value.length > 0 ? value.join(', ') : undefined;
}

/** How many edges each node has in the graph, as values. */
export function degreeValues(graph: Graph): NodeValues {
  return degreesOf(graph);
}
