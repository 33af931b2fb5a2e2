import type { Filters } from '../model/filters.ts';
import type { Graph } from '../model/graph.ts';
import { GRAPH_OPTIONS } from '../model/graph-options.ts';
import type { Row, Value } from '../model/rows.ts';
import { datesToldOf } from '../view/filter-graph.ts';
import { toEdge, toNode } from './elements.ts';
import { edgeParameters, filtersEdges, integer, labelParameter } from './parameters.ts';
import type { Reader } from './reader.ts';

/**
 * The whole graph, narrowed by filters. Without a filter on edges every node is kept, connected or
 * not; with one, only nodes that still have an edge.
 * @param limit at most this many nodes, and this many edges; what it cuts is told in `attributes`
 */
export async function readGraph(reader: Reader, filters: Filters, limit: number): Promise<Graph> {
  return filtersEdges(filters) ? readByEdges(reader, filters, limit) : readByNodes(reader, filters, limit);
}

async function readByNodes(reader: Reader, filters: Filters, limit: number): Promise<Graph> {
  const labels = labelParameter(filters);
  const [counts] = await reader.rows('describe/counts');
  const readNodes = () => reader.rows('read/graph-nodes', { ...labels, limit: integer(limit + 1) });
  const readEdges = () =>
    reader.rows('read/graph-edges', { ...labels, ...edgeParameters(filters), limit: integer(limit + 1) });
  // All nodes are wanted: both reads can run side by side.
  if (Number(counts?.nodes) <= limit) {
    const [nodeRows, edgeRows] = await Promise.all([readNodes(), readEdges()]);
    return finish(reader, filters, limit, nodeRows, edgeRows);
  }
  const nodeRows = await readNodes();
  const edgeRows =
    nodeRows.length > limit
      ? await readEdgesAmong(reader, nodeRows.slice(0, limit), filters, limit + 1)
      : await readEdges();
  return finish(reader, filters, limit, nodeRows, edgeRows);
}

async function readByEdges(reader: Reader, filters: Filters, limit: number): Promise<Graph> {
  const parameters = { ...labelParameter(filters), ...edgeParameters(filters), limit: integer(limit + 1) };
  const edgeRows = await reader.rows('read/graph-edges', parameters);
  const elementIds = endsOf(edgeRows.slice(0, limit));
  const nodeRows = await reader.rows('read/nodes-by-element-id', { elementIds });
  return finish(reader, filters, limit, nodeRows, edgeRows);
}

/** The edges among given nodes that pass the filters. */
export function readEdgesAmong(
  reader: Reader,
  nodeRows: Row[],
  filters: Partial<Filters>,
  limit: number,
): Promise<Row[]> {
  const elementIds = nodeRows.map((row) => row.elementId);
  return reader.rows('read/edges-among', { elementIds, ...edgeParameters(filters), limit: integer(limit) });
}

async function finish(
  reader: Reader,
  filters: Filters,
  limit: number,
  nodeRows: Row[],
  edgeRows: Row[],
): Promise<Graph> {
  const truncated = nodeRows.length > limit || edgeRows.length > limit;
  const graph = withDates(
    await assemble(reader, nodeRows.slice(0, limit), edgeRows.slice(0, limit)),
    filters,
  );
  if (!truncated) return graph;
  const labels = labelParameter(filters);
  const [edges] = await reader.rows('read/graph-edges-count', { ...labels, ...edgeParameters(filters) });
  const [nodes] = filtersEdges(filters)
    ? [{ count: nodeRows.length }]
    : await reader.rows('read/graph-nodes-count', labels);
  const total = { nodes: Number(nodes?.count ?? 0), edges: Number(edges?.count ?? 0) };
  const cut = total.nodes > graph.nodes.length || total.edges > graph.edges.length;
  return { ...graph, attributes: { ...graph.attributes, truncated: cut, total } };
}

/** Tells with a graph what its range of dates has kept, where one was asked for. */
export function withDates(graph: Graph, filters: Partial<Filters>): Graph {
  const dates = datesToldOf(graph.edges, filters);
  return dates ? { ...graph, attributes: { ...graph.attributes, dates } } : graph;
}

/** A graph of the contract from rows; edges with an end that is not among the nodes are left out. */
export async function assemble(
  reader: Reader,
  nodeRows: Row[],
  edgeRows: Row[],
  truncated = false,
): Promise<Graph> {
  const { identity, snapshot, labels, types, looks } = reader.context;
  const keys = new Map<Value, string>();
  const nodes = await reader.map(nodeRows, (row) => {
    const node = toNode(identity, row);
    keys.set(row.elementId ?? null, node.key);
    return node;
  });
  const isWhole = ({ source, target }: Row) => keys.has(source ?? null) && keys.has(target ?? null);
  const edges = await reader.map(edgeRows.filter(isWhole), (row) => toEdge(identity, row, keys));
  const total = { nodes: nodes.length, edges: edges.length };
  return {
    attributes: { truncated, total, snapshot, labels, ...(types && { types }), ...(looks && { looks }) },
    options: GRAPH_OPTIONS,
    nodes,
    edges,
  };
}

function endsOf(edgeRows: Row[]): Value[] {
  const ends = new Set<Value>();
  for (const { source, target } of edgeRows) ends.add(source ?? null).add(target ?? null);
  return [...ends];
}
