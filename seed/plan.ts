import type { Value } from '../server/core/model/rows.ts';
import type { Stored, StoredEdge, StoredNode } from '../server/core/model/stored.ts';
import type { DataSet } from './data-set.ts';

/** What loading changes. An edge of another type or between other nodes is removed and created. */
export interface Plan {
  nodes: { create: StoredNode[]; update: StoredNode[]; remove: string[]; unchanged: number };
  edges: { create: StoredEdge[]; update: StoredEdge[]; remove: string[]; unchanged: number };
}

/** A data set as nodes and edges, each marked with the set it came from. */
export function toStored(dataSet: DataSet): Stored {
  const mark = (properties: { properties?: object | undefined }, more: object = {}) =>
    propertiesOf(properties, { ...more, dataSet: dataSet.id });
  const signs = new Map(dataSet.types.map(({ type, sign }) => [type, sign]));
  return {
    nodes: [
      ...dataSet.actors.map(({ kind, ...rest }) => ({
        id: rest.id,
        labels: ['Actor', kind],
        properties: mark(rest),
      })),
      ...dataSet.events.map((each) => ({ id: each.id, labels: ['Event'], properties: mark(each) })),
      ...dataSet.issues.map((each) => ({ id: each.id, labels: ['Issue'], properties: mark(each) })),
      ...dataSet.sources.map((each) => ({ id: each.id, labels: ['Source'], properties: mark(each) })),
    ],
    edges: dataSet.edges.map((each) => ({
      id: each.id,
      type: each.type,
      from: each.from,
      to: each.to,
      properties: mark(each, { sign: signs.get(each.type) ?? 0 }),
    })),
  };
}

/** What turns the stored nodes and edges into the wanted ones. */
export function planChanges(stored: Stored, wanted: Stored): Plan {
  const nodes = compare(stored.nodes, wanted.nodes, () => true);
  const edges = compare(
    stored.edges,
    wanted.edges,
    (a, b) => a.type === b.type && a.from === b.from && a.to === b.to,
  );
  return { nodes, edges };
}

/** Whether a plan changes nothing. */
export function isEmpty({ nodes, edges }: Plan): boolean {
  return [nodes, edges].every(
    ({ create, update, remove }) => create.length + update.length + remove.length === 0,
  );
}

function compare<T extends { id: string }>(stored: T[], wanted: T[], mayUpdate: (a: T, b: T) => boolean) {
  const before = new Map(stored.map((each) => [each.id, each]));
  const after = new Set(wanted.map((each) => each.id));
  const plan = { create: [] as T[], update: [] as T[], remove: [] as string[], unchanged: 0 };
  for (const each of wanted) {
    const old = before.get(each.id);
    if (!old) plan.create.push(each);
    else if (!mayUpdate(old, each)) {
      plan.remove.push(each.id);
      plan.create.push(each);
    } else if (canonical(old) !== canonical(each)) plan.update.push(each);
    else plan.unchanged += 1;
  }
  for (const id of before.keys()) if (!after.has(id)) plan.remove.push(id);
  return plan;
}

function canonical(value: object): string {
  return JSON.stringify(value, (key, part: unknown) => {
    if (key === 'labels') return [...(part as string[])].sort();
    if (part === null || typeof part !== 'object' || Array.isArray(part)) return part;
    return Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}

/** What an edge is, rather than has. */
const NO_PROPERTIES = new Set(['from', 'to', 'type', 'properties']);

/** The properties of an entry, its own and those of its set; written as a loop, since a large set has millions. */
function propertiesOf(entry: { properties?: object | undefined }, more: object): Record<string, Value> {
  const properties: Record<string, Value> = {};
  for (const part of [entry.properties ?? {}, entry, more])
    for (const [name, value] of Object.entries(part))
      if (value !== undefined && !NO_PROPERTIES.has(name)) properties[name] = value as Value;
  return properties;
}
