import { beginOf, type When } from '../model/dates.ts';
import type { GraphEdge, PropertyTypes } from '../model/graph.ts';
import type { Row, Value } from '../model/rows.ts';
import type { Held } from './held.ts';

const compare = (a: Value | undefined, b: Value | undefined) => {
  if (a === b) return 0;
  // What is not there comes last.
  if (a === null || a === undefined) return 1;
  if (b === null || b === undefined) return -1;
  return a < b ? -1 : 1;
};

/** Rows in the order of some of their columns. */
export function ordered(rows: Iterable<Row>, ...columns: string[]): Row[] {
  return [...rows].sort((a, b) => {
    for (const column of columns) {
      const order = compare(a[column], b[column]);
      if (order !== 0) return order;
    }
    return 0;
  });
}

/** How often each row comes, as its `count`. */
export function counted(rows: Iterable<Row>): Row[] {
  const groups = new Map<string, Row & { count: number }>();
  for (const row of rows) {
    const name = JSON.stringify(row);
    const group = groups.get(name);
    if (group) group.count += 1;
    else groups.set(name, { ...row, count: 1 });
  }
  return [...groups.values()];
}

export function* labelsOf({ nodes }: Held): Iterable<Row> {
  for (const { attributes } of nodes) for (const label of attributes.labels) yield { label };
}

export function* typesOf({ edges }: Held): Iterable<Row> {
  for (const { attributes } of edges)
    yield { type: attributes.type, sign: (attributes.properties.sign ?? null) as Value };
}

export function* evidenceOf({ edges }: Held): Iterable<Row> {
  const text = (value: unknown) => (value === undefined || value === null ? null : String(value));
  for (const { attributes } of edges) {
    const { modality, confidence, source } = attributes.properties;
    const row = { modality: text(modality), confidence: text(confidence), source: text(source) };
    if (row.modality !== null || row.confidence !== null || row.source !== null) yield row;
  }
}

/** Every date that an edge carries, as text. */
export function datesOf({ edges }: Held): Row[] {
  const dates = new Set<string>();
  for (const { attributes } of edges) {
    const { since, until, statedOn } = attributes.properties;
    for (const date of [since, until, statedOn])
      if (typeof date === 'string' || typeof date === 'number') dates.add(String(date));
  }
  return ordered(
    Array.from(dates, (date) => ({ date })),
    'date',
  );
}

/** Of each edge that passes, from when it speaks and its type. */
export function* beginsOf(edges: Iterable<GraphEdge>, when: When, width: number): Iterable<Row> {
  for (const { attributes } of edges)
    yield { date: beginOf(attributes.properties, when)?.slice(0, width) ?? null, type: attributes.type };
}

/** The properties that each name has, with the Neo4j types of their values. */
export function propertiesOf(
  elements: Iterable<{
    names: readonly string[];
    properties: object;
    propertyTypes?: PropertyTypes | undefined;
  }>,
): Row[] {
  const known = new Map<string, Map<string, Set<string>>>();
  for (const { names, properties, propertyTypes } of elements)
    for (const name of names) {
      const keys = known.get(name) ?? new Map<string, Set<string>>();
      known.set(name, keys);
      for (const [key, value] of Object.entries(properties)) {
        const types = keys.get(key) ?? new Set();
        keys.set(key, types.add(storedType(value, propertyTypes?.[key])));
      }
    }
  return ordered(
    [...known].flatMap(([name, keys]) =>
      [...keys].map(([key, types]) => ({ name, key, types: [...types].sort() })),
    ),
    'name',
    'key',
  );
}

/** What Neo4j's schema calls the type of a value. @param told the Cypher type, where JSON does not tell it */
function storedType(value: unknown, told?: string): string {
  const list = /^List<(.*)>$/.exec(told ?? '')?.[1];
  if (Array.isArray(value) && !told?.startsWith('Vector') && told !== 'Bytes')
    return `${value.length > 0 ? storedType(value[0], list) : 'Any'}Array`;
  if (told === 'Float') return 'Double';
  if (told === 'Integer') return 'Long';
  if (told !== undefined) return told;
  if (typeof value === 'number') return Number.isInteger(value) ? 'Long' : 'Double';
  return typeof value === 'boolean' ? 'Boolean' : 'String';
}
