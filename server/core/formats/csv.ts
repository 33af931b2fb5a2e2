import { strToU8, zipSync } from 'fflate';
import type { Graph } from '../model/graph.ts';
import { csvCell, csvLines } from './csv-cell.ts';
import { type Column, edgeColumns, nodeColumns } from './table.ts';

/** A file's time in the archive is always this one, so that equal graphs give equal bytes. */
const TIME = new Date(1980, 0, 1);

/**
 * A graph as a zip of `nodes.csv`, `edges.csv` and `about.json`, which says of which snapshot they are and whether
 * a limit cut them. A property that an element does not have is an empty cell, an empty text is `""`; temporal
 * values, durations and points are text, lists are JSON.
 */
export function toCsvPair(graph: Graph): Uint8Array<ArrayBuffer> {
  const nodes = csvLines(tableOf(graph.nodes, [ID, LABEL, ...nodeColumns(graph.nodes)]));
  const edges = csvLines(tableOf(graph.edges, [ID, SOURCE, TARGET, ...edgeColumns(graph.edges)]));
  const about = `${JSON.stringify(graph.attributes, undefined, 2)}\n`;
  const files = {
    'nodes.csv': strToU8(nodes),
    'edges.csv': strToU8(edges),
    'about.json': strToU8(about),
  };
  return zipSync(files, { mtime: TIME, level: 6 }) as Uint8Array<ArrayBuffer>;
}

type Element = Graph['nodes'][number] | Graph['edges'][number];

const ID: Column<Element> = { title: 'id', type: 'text', text: ({ key }) => key };
const LABEL: Column<Graph['nodes'][number]> = {
  title: 'label',
  type: 'text',
  text: ({ attributes }) => attributes.caption,
};
const SOURCE: Column<Graph['edges'][number]> = {
  title: 'source',
  type: 'text',
  text: ({ source }) => source,
};
const TARGET: Column<Graph['edges'][number]> = {
  title: 'target',
  type: 'text',
  text: ({ target }) => target,
};

function* tableOf<E>(elements: readonly E[], columns: readonly Column<E>[]): Generator<string[]> {
  yield columns.map(({ title }) => cell(title));
  for (const element of elements) yield columns.map((column) => cell(column.text(element)));
}

function cell(text: string | undefined): string {
  return text === '' ? '""' : csvCell(text ?? '');
}
