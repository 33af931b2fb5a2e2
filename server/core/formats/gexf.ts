import type { Graph } from '../model/graph.ts';
import { aboutGraph } from './about.ts';
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
export function toGexf(graph: Graph): string {
  const nodes = nodeColumns(graph.nodes);
  const edges = edgeColumns(graph.edges);
  const lines = [
    XML_HEAD,
    '<gexf xmlns="http://gexf.net/1.3" version="1.3">',
    `<meta><creator>Entente</creator><description>${xmlText(aboutGraph(graph))}</description></meta>`,
    '<graph defaultedgetype="directed" mode="static" idtype="string">',
    ...declarations('node', nodes),
    ...declarations('edge', edges),
    '<nodes>',
  ];
  for (const node of graph.nodes) {
    const { key: id, attributes } = node;
    lines.push(`<node${xmlAttributes({ id, label: attributes.caption })}>${values(nodes, node)}</node>`);
  }
  lines.push('</nodes>', '<edges>');
  for (const edge of graph.edges) {
    const { key: id, source, target, attributes } = edge;
    const own = { id, source, target, kind: attributes.type, label: attributes.type };
    lines.push(`<edge${xmlAttributes(own)}>${values(edges, edge)}</edge>`);
  }
  lines.push('</edges>', '</graph>', '</gexf>', '');
  return lines.join('\n');
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
