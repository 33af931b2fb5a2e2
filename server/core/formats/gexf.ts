import { beginOf, readDate, spanOf } from '../model/dates.ts';
import type { Graph, GraphEdge } from '../model/graph.ts';
import { aboutGraph } from './about.ts';
import type { DrawnNode, DrawnNodes } from './format.ts';
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

/** What networkx calls what an edge has beside its values. */
const EDGE_NAMES = ['kind', 'start', 'end'];

/**
 * A graph as GEXF 1.3 (https://gexf.net/1.3/). Temporal values, durations and points are text; characters that
 * XML forbids become U+FFFD. What an edge has as `weight` is its weight; one with dates is there from its begin to its
 * end, both included.
 * @param drawn How nodes are drawn, by key; without it, readers arrange them.
 */
export function* toGexf(graph: Graph, drawn?: DrawnNodes): Generator<string> {
  const nodes = yield* nodeColumns(graph.nodes);
  const [edges, weight] = withoutWeight(yield* edgeColumns(graph.edges, EDGE_NAMES));
  const mode = graph.edges.some((edge) => spellOf(edge)) ? DYNAMIC : { mode: 'static' };
  yield [
    XML_HEAD,
    '<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">',
    `<meta><creator>Entente</creator><description>${xmlText(aboutGraph(graph))}</description></meta>`,
    `<graph${xmlAttributes({ defaultedgetype: 'directed', ...mode, idtype: 'string' })}>`,
    ...declarations('node', nodes),
    ...declarations('edge', edges),
    '<nodes>\n',
  ].join('\n');
  yield* textsOf(graph.nodes, (node) => {
    const own = { id: node.key, label: node.attributes.caption };
    return `<node${xmlAttributes(own)}>${values(nodes, node)}${vizOf(drawn?.get(node.key))}</node>\n`;
  });
  yield '</nodes>\n<edges>\n';
  yield* textsOf(graph.edges, (edge) => {
    const { key: id, source, target, attributes } = edge;
    const { type } = attributes;
    const own = { id, source, target, kind: type, label: type, weight: weight?.text(edge), ...spellOf(edge) };
    return `<edge${xmlAttributes(own)}>${values(edges, edge)}</edge>\n`;
  });
  yield '</edges>\n</graph>\n</gexf>\n';
}

function vizOf(drawn: DrawnNode | undefined): string {
  if (!drawn) return '';
  const { x, y, radius, colour } = drawn;
  const place = `<viz:position x="${x}" y="${y}" z="0"/>`;
  const size = radius === undefined ? '' : `<viz:size value="${radius}"/>`;
  const [r, g, b] = colour ?? [];
  return `${colour ? `<viz:color r="${r}" g="${g}" b="${b}"/>` : ''}${place}${size}`;
}

const DYNAMIC = { mode: 'dynamic', timeformat: 'date', timerepresentation: 'interval' };

/** The days from which and to which an edge holds, as far as they are known; undefined where neither is. */
function spellOf({ attributes: { properties } }: GraphEdge): { start?: string; end?: string } | undefined {
  const [begin, until] = [beginOf(properties), readDate(properties.until)];
  const [start, end] = [begin && spanOf(begin).first, until && spanOf(until).last];
  // No reader takes a spell that ends before it begins.
  if ((!start && !end) || (start && end && end < start)) return undefined;
  return { ...(start && { start }), ...(end && { end }) };
}

/** The columns but that of numbers named `weight`, which readers look for in the edge itself; and that one. */
function withoutWeight(columns: Column<GraphEdge>[]): [Column<GraphEdge>[], Column<GraphEdge>?] {
  const weight = columns.find(({ title, type }) => title === 'weight' && ['integer', 'float'].includes(type));
  return weight ? [columns.filter((each) => each !== weight), weight] : [columns];
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
