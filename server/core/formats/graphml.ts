import type { Graph, GraphEdge, GraphNode } from '../model/graph.ts';
import { aboutGraph } from './about.ts';
import type { DrawnNode, DrawnNodes } from './format.ts';
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

const EDGE_LABEL: Column<GraphEdge> = {
  title: 'label',
  type: 'text',
  text: ({ attributes }) => attributes.type,
};

/** What Gephi takes for places, sizes and colours, and for what an edge is called. */
const NODE_NAMES = ['x', 'y', 'z', 'xpos', 'ypos', 'size', 'r', 'g', 'b', 'color', 'colour'];
const EDGE_NAMES = ['r', 'g', 'b', 'color', 'colour', 'edgelabel', 'edgeid', 'edge weight'];

/** How nodes are drawn, by the names that Gephi, networkx and graphology have for it. */
function drawnColumns(drawn: DrawnNodes | undefined): Column<GraphNode>[] {
  if (!drawn?.size) return [];
  const all = [...drawn.values()];
  const column = (title: string, type: ColumnType, of: (node: DrawnNode) => number | undefined) => ({
    ...{ title, type },
    text: ({ key }: GraphNode) => {
      const node = drawn.get(key);
      return (node && of(node))?.toString();
    },
  });
  return [
    column('x', 'float', ({ x }) => x),
    column('y', 'float', ({ y }) => y),
    ...(all.some(({ radius }) => radius !== undefined)
      ? [column('size', 'float', ({ radius }) => radius)]
      : []),
    ...(all.some(({ colour }) => colour)
      ? ['r', 'g', 'b'].map((title, at) => column(title, 'integer', ({ colour }) => colour?.[at]))
      : []),
  ];
}

/** The graph's own data: of which snapshot it is, and whether a limit cut it. */
const GRAPH_COLUMNS: Column<Graph>[] = [
  { title: 'snapshot', type: 'text', text: ({ attributes }) => attributes.snapshot },
  { title: 'truncated', type: 'boolean', text: ({ attributes }) => String(attributes.truncated) },
];

/**
 * A graph as GraphML (http://graphml.graphdrawing.org/). Temporal values, durations and points are text, lists are
 * JSON; characters that XML forbids become U+FFFD.
 * @param drawn How nodes are drawn, by key; without it, readers arrange them.
 */
export function* toGraphml(graph: Graph, drawn?: DrawnNodes): Generator<string> {
  const nodes = [LABEL, ...drawnColumns(drawn), ...(yield* nodeColumns(graph.nodes, NODE_NAMES))];
  const edges = [EDGE_LABEL, ...(yield* edgeColumns(graph.edges, EDGE_NAMES))];
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
