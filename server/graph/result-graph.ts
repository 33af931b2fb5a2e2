import { GRAPH_OPTIONS, type Graph, type GraphNode } from '../contract/graph.ts';
import type { TypedRelationship, TypedValue } from '../contract/typed-value.ts';
import type { Value } from '../database/port.ts';
import { toEdge, toNode } from './elements.ts';
import type { Reader } from './service.ts';

/** More than this no picture can show; what the rows hold beyond is counted and told as truncated. */
const MOST = { nodes: 5_000, edges: 20_000 };

/** Gathers the nodes and edges that rows contain, also inside lists, maps and paths. */
export interface ResultElements {
  add(row: readonly TypedValue[]): void;
  /** What was gathered as a graph, by the same keys and captions as everywhere. */
  graph(reader: Reader): Promise<Graph>;
}

export function createResultElements(): ResultElements {
  const nodes = new Set<string>();
  const edges = new Map<string, TypedRelationship>();
  let truncated = false;

  function visit(value: TypedValue): void {
    if (value.$type === 'Node') addNode(value._value._element_id);
    else if (value.$type === 'Relationship') addEdge(value._value);
    else if (value.$type === 'List' || value.$type === 'Path') for (const each of value._value) visit(each);
    else if (value.$type === 'Map') for (const each of Object.values(value._value)) visit(each);
  }
  function addNode(id: string): void {
    if (nodes.size < MOST.nodes) nodes.add(id);
    else truncated ||= !nodes.has(id);
  }
  function addEdge(edge: TypedRelationship): void {
    if (edges.size < MOST.edges) edges.set(edge._element_id, edge);
    else truncated ||= !edges.has(edge._element_id);
  }

  return {
    add(row) {
      for (const value of row) visit(value);
    },
    graph: (reader) => readElements(reader, nodes, edges, truncated),
  };
}

async function readElements(
  reader: Reader,
  nodes: ReadonlySet<string>,
  edges: ReadonlyMap<string, TypedRelationship>,
  truncated: boolean,
): Promise<Graph> {
  const { identity, snapshot } = reader.context;
  const ends = [...edges.values()].flatMap((edge) => [
    edge._start_node_element_id,
    edge._end_node_element_id,
  ]);
  const elementIds = [...new Set([...nodes, ...ends])];
  const nodeRows = elementIds.length > 0 ? await reader.rows('read/nodes-by-element-id', { elementIds }) : [];
  const edgeRows =
    edges.size > 0 ? await reader.rows('read/edges-by-element-id', { elementIds: [...edges.keys()] }) : [];
  const keys = new Map<Value, string>();
  const shown = nodeRows.map((row): GraphNode => {
    const node = toNode(identity, row);
    keys.set(row.elementId ?? null, node.key);
    return nodes.has(String(row.elementId))
      ? node
      : { ...node, attributes: { ...node.attributes, implied: true } };
  });
  return {
    attributes: { truncated, total: { nodes: shown.length, edges: edgeRows.length }, snapshot },
    options: GRAPH_OPTIONS,
    nodes: shown,
    edges: edgeRows.map((row) => toEdge(identity, row, keys)),
  };
}
