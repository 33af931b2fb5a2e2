import type { Graph, GraphNode } from '../model/graph.ts';
import { aboutGraph } from './about.ts';
import { textsOf } from './pieces.ts';
import { type Column, type ColumnType, edgeColumns, nodeColumns } from './table.ts';
import { XML_HEAD, xmlAttributes, xmlText } from './xml.ts';

const TYPES: Readonly<Record<ColumnType, string>> = {
  boolean: 'boolean',
  integer: 'long',
  float: 'double',
  text: 'string',
  list: 'string',
};

const LABEL: Column<GraphNode> = {
  title: 'label',
  type: 'text',
  text: ({ attributes }) => attributes.caption,
};

/** The graph's own data: of which snapshot it is, and whether a limit cut it. */
const GRAPH_COLUMNS: Column<Graph>[] = [
  { title: 'snapshot', type: 'text', text: ({ attributes }) => attributes.snapshot },
  { title: 'truncated', type: 'boolean', text: ({ attributes }) => String(attributes.truncated) },
];

/**
 * A graph as GraphML (http://graphml.graphdrawing.org/). Temporal values, durations and points are text, lists are
 * JSON; characters that XML forbids become U+FFFD.
 */
export function* toGraphml(graph: Graph): Generator<string> {
  const nodes = [LABEL, ...(yield* nodeColumns(graph.nodes))];
  const edges = yield* edgeColumns(graph.edges);
  yield [
    XML_HEAD,
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">',
    `<desc>${xmlText(aboutGraph(graph))}</desc>`,
    ...declarations('graph', GRAPH_COLUMNS),
    ...declarations('node', nodes),
    ...declarations('edge', edges),
    '<graph id="G" edgedefault="directed">',
    `${values('graph', GRAPH_COLUMNS, graph)}\n`,
  ].join('\n');
  yield* textsOf(
    graph.nodes,
    (node) => `<node${xmlAttributes({ id: node.key })}>${values('node', nodes, node)}</node>\n`,
  );
  yield* textsOf(graph.edges, (edge) => {
    const { key: id, source, target } = edge;
    return `<edge${xmlAttributes({ id, source, target })}>${values('edge', edges, edge)}</edge>\n`;
  });
  yield '</graph>\n</graphml>\n';
}

type Kind = 'graph' | 'node' | 'edge';

function declarations(kind: Kind, columns: readonly Column<never>[]): string[] {
  return columns.map(({ title, type }, at) => {
    const attributes = { id: `${kind}${at}`, for: kind, 'attr.name': title, 'attr.type': TYPES[type] };
    return `<key${xmlAttributes(attributes)}/>`;
  });
}

function values<E>(kind: Kind, columns: readonly Column<E>[], element: E): string {
  let text = '';
  for (const [at, column] of columns.entries()) {
    const value = column.text(element);
    if (value !== undefined) text += `<data key="${kind}${at}">${xmlText(value)}</data>`;
  }
  return text;
}
