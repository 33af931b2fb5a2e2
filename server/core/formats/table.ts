import type { GraphEdge, GraphNode } from '../model/graph.ts';
import { inTurns } from './pieces.ts';
import { type PlainValue, textOf, typeOf } from './property.ts';

/** What a column holds; the formats call it by names of their own. */
export type ColumnType = 'boolean' | 'integer' | 'float' | 'text' | 'list';

export interface Column<E> {
  title: string;
  type: ColumnType;
  /** The text of an element's cell; undefined where it has none. */
  text: (element: E) => string | undefined;
}

type Element = GraphNode | GraphEdge;

/** Names that the formats or their readers use themselves; a property of that name goes by another. */
const NODE_NAMES = ['id', 'label', 'labels', 'degree', 'implied'];
const EDGE_NAMES = ['id', 'source', 'target', 'label', 'type', 'sign', 'key'];

/**
 * Everything a node is but its key and caption, as columns; found out in turns.
 * @param taken more names that readers of the format take for something else, in lower case
 */
export function* nodeColumns(
  nodes: readonly GraphNode[],
  taken: readonly string[] = [],
): Generator<string, Column<GraphNode>[]> {
  const implied = nodes.some(({ attributes }) => attributes.implied);
  return [
    { title: 'labels', type: 'list', text: ({ attributes }) => JSON.stringify(attributes.labels) },
    { title: 'degree', type: 'integer', text: ({ attributes }) => String(attributes.degree) },
    ...(implied ? [IMPLIED] : []),
    ...(yield* propertyColumns(nodes, [...NODE_NAMES, ...taken], { id: ({ key }) => key })),
  ];
}

const IMPLIED: Column<GraphNode> = {
  title: 'implied',
  type: 'boolean',
  text: ({ attributes }) => String(attributes.implied === true),
};

/**
 * Everything an edge is but its key and ends, as columns, its type first; found out in turns.
 * @param taken as for nodes
 */
export function* edgeColumns(
  edges: readonly GraphEdge[],
  taken: readonly string[] = [],
): Generator<string, Column<GraphEdge>[]> {
  return [
    { title: 'type', type: 'text', text: ({ attributes }) => attributes.type },
    { title: 'sign', type: 'integer', text: ({ attributes }) => String(attributes.sign) },
    ...(yield* propertyColumns(edges, [...EDGE_NAMES, ...taken], {
      id: ({ key }) => key,
      sign: ({ attributes }) => attributes.sign,
    })),
  ];
}

/**
 * One column a property, in the order of their names.
 * @param told what the formats tell of an element anyway: a property that only repeats it is left out
 */
function* propertyColumns<E extends Element>(
  elements: readonly E[],
  taken: readonly string[],
  told: Readonly<Record<string, (element: E) => PlainValue>>,
): Generator<string, Column<E>[]> {
  const types = new Map<string, FoundType>();
  const repeated = new Set(Object.keys(told));
  yield* inTurns(elements, (element) => {
    const { properties, propertyTypes } = element.attributes;
    for (const [name, value] of Object.entries(properties)) {
      const type = foundType(value, own(propertyTypes, name));
      const before = types.get(name);
      types.set(name, before === undefined ? type : common(before, type));
    }
    for (const name of repeated) if (own(properties, name) !== told[name]?.(element)) repeated.delete(name);
  });
  for (const name of repeated) types.delete(name);
  const used = new Set(taken);
  return [...types.keys()].sort(byCodeUnits).map((name) => {
    const title = freeTitle(name, used);
    used.add(title.toLowerCase());
    const type = columnType(types.get(name) as FoundType);
    return { title, type, text: (element) => propertyText(element, name) };
  });
}

function propertyText({ attributes }: Element, name: string): string | undefined {
  const value = own(attributes.properties, name);
  if (value === undefined || value === null) return undefined;
  return textOf(value, own(attributes.propertyTypes, name));
}

/** Integers beyond 2^53 are told apart: beside floats they would lose digits. */
type FoundType = ColumnType | 'large';

function foundType(value: PlainValue, told?: string): FoundType {
  if (Array.isArray(value)) return 'list';
  if (told === 'Integer') return 'large';
  const type = typeOf(value, told);
  if (type === 'Boolean') return 'boolean';
  if (type === 'Float') return 'float';
  return type === 'Integer' ? 'integer' : 'text';
}

function columnType(found: FoundType): ColumnType {
  return found === 'large' ? 'integer' : found;
}

/** The type that holds values of both. */
function common(a: FoundType, b: FoundType): FoundType {
  if (a === b) return a;
  const both = [a, b].sort().join(' ');
  if (both === 'float integer') return 'float';
  return both === 'integer large' ? 'large' : 'text';
}

/** Readers of tables tell names apart without their case. */
function freeTitle(name: string, used: ReadonlySet<string>): string {
  let title = name;
  while (used.has(title.toLowerCase())) title = `${title} (property)`;
  return title;
}

/** What an object itself has under a name, so that `constructor` is not found in every one. */
export function own<T>(record: Readonly<Record<string, T>> | undefined, name: string): T | undefined {
  return record !== undefined && Object.hasOwn(record, name) ? record[name] : undefined;
}

function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
