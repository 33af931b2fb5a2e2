import type { Reader } from '../answers/reader.ts';
import type { When } from '../model/dates.ts';
import { EntenteError } from '../model/errors.ts';
import type { Filters } from '../model/filters.ts';
import type { Graph, GraphEdge, GraphNode } from '../model/graph.ts';
import type { Row, Value } from '../model/rows.ts';
import { edgeTests, passesAll } from '../view/filter-graph.ts';
import {
  beginsOf,
  counted,
  datesOf,
  evidenceOf,
  labelsOf,
  ordered,
  propertiesOf,
  typesOf,
} from './describe.ts';
import { byDegree, byId, edgeRow, type Held, hold, nodeRow } from './held.ts';
import { shortestPaths } from './paths.ts';

type Parameters = Readonly<Record<string, unknown>>;
type Statement = (held: Held, parameters: Parameters) => Row[];

/** The names of labels, and of types, that are told with each graph. */
const MOST_NAMES = 1_000;

/**
 * Reads a whole graph that is in memory as a database is read: it answers the same statements, so that whatever is made
 * of their rows is the same.
 *
 * @param graph Whole, and changed by nobody. Its snapshot is that of the answers.
 * @param rowLimit At most so many nodes, and edges, are given at once.
 * @param looks The rules that its data set is drawn by.
 */
export function createLocalReader(graph: Graph, rowLimit: number, looks: readonly string[] = []): Reader {
  const held = hold(graph);
  const labels = ordered(counted(labelsOf(held)), 'label').map(({ label }) => String(label));
  const types = [...new Set(graph.edges.map(({ attributes }) => attributes.type))].sort();
  const isSigned = graph.edges.some(({ attributes }) => attributes.sign !== 0);
  const { snapshot } = graph.attributes;
  return {
    context: {
      version: snapshot,
      snapshot,
      // Keys are known already: each element is found by its own.
      identity: { idLabels: [], idTypes: [] },
      labels: labels.slice(0, MOST_NAMES),
      ...(!isSigned && { types: types.slice(0, MOST_NAMES) }),
      ...(looks.length > 0 && { looks: [...looks] }),
    },
    rowLimit,
    rows: async (name, parameters = {}) => {
      const statement = STATEMENTS[name];
      if (!statement) throw new EntenteError('not_implemented', `Without a database, ${name} has no answer.`);
      return statement(held, parameters);
    },
    map: async (many, make) => many.map(make),
  };
}

/** Each answers what the file of its name under `cypher` says. */
const STATEMENTS: Readonly<Record<string, Statement>> = {
  'describe/counts': ({ nodes, edges }) => [{ nodes: nodes.length, edges: edges.length }],
  'describe/known-labels': (held) =>
    ordered(counted(labelsOf(held)), 'label').map(({ label }) => ({ name: label as Value })),
  'describe/known-types': ({ edges }) => names(edges.map(({ attributes }) => attributes.type)),
  'describe/known-sources': ({ edges }) =>
    names(
      edges.flatMap(({ attributes: { properties } }) =>
        properties.source === undefined || properties.source === null ? [] : String(properties.source),
      ),
    ),
  'describe/schema-labels': (held) => ordered(counted(labelsOf(held)), 'label'),
  'describe/schema-types': (held) => ordered(counted(typesOf(held)), 'type', 'sign'),
  'describe/schema-node-properties': ({ nodes }) =>
    propertiesOf(nodes.map(({ attributes }) => ({ ...attributes, names: attributes.labels }))),
  'describe/schema-edge-properties': ({ edges }) =>
    propertiesOf(edges.map(({ attributes }) => ({ ...attributes, names: [`:\`${attributes.type}\``] }))),
  'describe/schema-evidence': (held) =>
    ordered(counted(evidenceOf(held)), 'modality', 'confidence', 'source'),
  'describe/schema-dates': datesOf,
  'describe/edge-counts': edgeCounts,
  'read/graph-nodes': ({ nodes }, parameters) =>
    first(
      nodes.filter((node) => isLabelled(node, parameters)),
      parameters,
    ).map(nodeRow),
  'read/graph-nodes-count': ({ nodes }, parameters) => [
    { count: nodes.filter((node) => isLabelled(node, parameters)).length },
  ],
  'read/graph-edges': (held, parameters) => first(passing(held, parameters), parameters).map(edgeRow),
  'read/graph-edges-count': (held, parameters) => [{ count: passing(held, parameters).length }],
  'read/edges-among': edgesAmong,
  'read/neighbours': neighbours,
  'read/nodes-by-key': ({ node }, { keys }) => found(keys, node).sort(byId).map(nodeRow),
  'read/nodes-by-element-id': ({ node }, { elementIds }) =>
    found(elementIds, node).sort(byDegree).map(nodeRow),
  'read/edges-by-element-id': ({ edge }, { elementIds }) => found(elementIds, edge).sort(byId).map(edgeRow),
  'read/edge-by-key': ({ edge, node }, { key }) =>
    found([key], edge).map((each) => ({
      ...edgeRow(each),
      sourceNode: nodeRow(node(each.source) as GraphNode),
      targetNode: nodeRow(node(each.target) as GraphNode),
    })),
  'read/paths-one': (held, parameters) => paths(held, { ...parameters, limit: 1 }),
  'read/paths-all': paths,
  'read/timeline': (held, parameters) =>
    first(
      ordered(
        counted(beginsOf(passing(held, parameters), whenOf(parameters), Number(parameters.width))),
        'date',
        'type',
      ),
      parameters,
    ),
  'read/names': ({ nodes }, parameters) => first(nodes, parameters).map(nodeRow),
};

function names(values: readonly string[]): Row[] {
  return [...new Set(values)].sort().map((name) => ({ name }));
}

function first<T>(rows: readonly T[], { limit }: Parameters): T[] {
  return rows.slice(0, Number(limit));
}

function found<T>(keys: unknown, find: (key: string) => T | undefined): T[] {
  return [...new Set(keys as string[])].flatMap((key) => find(key) ?? []);
}

function isLabelled({ attributes }: GraphNode, { labels }: Parameters): boolean {
  const wanted = labels as readonly string[] | null | undefined;
  return !wanted || attributes.labels.some((label) => wanted.includes(label));
}

function whenOf({ when }: Parameters): When {
  return (when ?? undefined) as When;
}

/** What edges have to pass, by the parameters that every filtering statement declares. */
function testsOf({ types, modalities, confidences, sources, from, to, when, dated }: Parameters) {
  const given = {
    type: types,
    modality: modalities,
    confidence: confidences,
    source: sources,
    from,
    to,
    when,
    dated,
  };
  return edgeTests(
    Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null)) as Filters,
  );
}

function passing({ edges, node }: Held, parameters: Parameters): GraphEdge[] {
  const tests = testsOf(parameters);
  const isEnd = (key: string) => !parameters.labels || isLabelled(node(key) as GraphNode, parameters);
  return edges.filter((edge) => passesAll(edge, tests) && isEnd(edge.source) && isEnd(edge.target));
}

function edgesAmong({ edges, edgesAt }: Held, parameters: Parameters): Row[] {
  const among = new Set(parameters.elementIds as string[]);
  const tests = testsOf(parameters);
  // Of a few nodes, what is at them; of many, all edges in their order.
  const near =
    among.size < 1_000 ? [...new Set([...among].flatMap((key) => edgesAt(key)))].sort(byId) : edges;
  const kept = near.filter(
    (edge) => among.has(edge.source) && among.has(edge.target) && passesAll(edge, tests),
  );
  return first(kept, parameters).map(edgeRow);
}

function neighbours({ node, edgesAt }: Held, parameters: Parameters): Row[] {
  const { direction } = parameters;
  const tests = testsOf(parameters);
  const near = new Set<string>();
  for (const key of parameters.elementIds as string[])
    for (const edge of edgesAt(key)) {
      if (!passesAll(edge, tests)) continue;
      if (direction !== 'in' && edge.source === key) near.add(edge.target);
      if (direction !== 'out' && edge.target === key) near.add(edge.source);
    }
  const nodes = found([...near], node).filter((each) => isLabelled(each, parameters));
  return first(nodes.sort(byDegree), parameters).map(nodeRow);
}

function edgeCounts({ edgesAt }: Held, { elementId }: Parameters): Row[] {
  const rows = edgesAt(String(elementId)).map(({ source, attributes: { type, properties } }) => ({
    type,
    // Outgoing ones first.
    order: source === elementId ? 0 : 1,
    out: source === elementId,
    sign: (properties.sign ?? null) as Value,
  }));
  return ordered(counted(rows), 'type', 'order', 'sign');
}

function paths(held: Held, { from, to, types, maxLength, limit }: Parameters): Row[] {
  return shortestPaths(held, {
    from: String(from),
    to: String(to),
    types: types ? new Set(types as string[]) : null,
    maxLength: Number(maxLength),
    limit: Number(limit),
  });
}
