import type { Graph } from '../model/graph.ts';
import { aboutGraph } from './about.ts';
import { textsOf } from './pieces.ts';
import { type Column, type ColumnType, edgeColumns, nodeColumns } from './table.ts';
import { XML_HEAD, xmlAttributes, xmlText } from './xml.ts';

/** Types that every reader of GEXF knows; lists are JSON, which is how GEXF 1.3 writes them. */
const TYPES: Readonly<Record<ColumnType, string>> = {
  boolean: 'boolean',
  integer: 'long',
  float: 'double',
  text: 'string',
  list: 'liststring',
};

/**
 * A graph as GEXF 1.3 (https://gexf.net/1.3/). Temporal values, durations and points are text; characters that
 * XML forbids become U+FFFD.
 */
export function* toGexf(graph: Graph): Generator<string> {
  const nodes = yield* nodeColumns(graph.nodes);
  const edges = yield* edgeColumns(graph.edges);
  yield [
    XML_HEAD,
    '<gexf xmlns="http://gexf.net/1.3" version="1.3">',
    `<meta><creator>Entente</creator><description>${xmlText(aboutGraph(graph))}</description></meta>`,
    '<graph defaultedgetype="directed" mode="static" idtype="string">',
    ...declarations('node', nodes),
    ...declarations('edge', edges),
    '<nodes>\n',
  ].join('\n');
  yield* textsOf(graph.nodes, (node) => {
    const own = { id: node.key, label: node.attributes.caption };
    return `<node${xmlAttributes(own)}>${values(nodes, node)}</node>\n`;
  });
  yield '</nodes>\n<edges>\n';
  yield* textsOf(graph.edges, (edge) => {
    const { key: id, source, target, attributes } = edge;
    const own = { id, source, target, kind: attributes.type, label: attributes.type };
    return `<edge${xmlAttributes(own)}>${values(edges, edge)}</edge>\n`;
  });
  yield '</edges>\n</graph>\n</gexf>\n';
}

function declarations(kind: 'node' | 'edge', columns: readonly Column<never>[]): string[] {
  const each = columns.map(
    ({ title, type }, at) => `<attribute${xmlAttributes({ id: String(at), title, type: TYPES[type] })}/>`,
  );
  return [`<attributes class="${kind}" mode="static">`, ...each, '</attributes>'];
}

function values<E>(columns: readonly Column<E>[], element: E): string {
  let text = '<attvalues>';
  for (const [at, column] of columns.entries()) {
    const value = column.text(element);
    if (value !== undefined) text += `<attvalue for="${at}" value="${xmlText(value)}"/>`;
  }
  return `${text}</attvalues>`;
}
