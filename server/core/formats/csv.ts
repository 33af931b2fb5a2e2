import { strToU8, Zip, ZipDeflate } from 'fflate';
import type { Graph } from '../model/graph.ts';
import { BYTE_ORDER_MARK, csvLine } from './csv-cell.ts';
import { textsOf } from './pieces.ts';
import { type Column, edgeColumns, nodeColumns } from './table.ts';

/** A file's time in the archive is always this one, so that equal graphs give equal bytes. */
const TIME = new Date(1980, 0, 1);

/**
 * A graph as a zip of `nodes.csv`, `edges.csv` and `about.json`, which says of which snapshot they are and whether
 * a limit cut them. A property that an element does not have is an empty cell, an empty text is `""`; temporal
 * values, durations and points are text, lists are JSON. The columns that Gephi knows are called as it calls them.
 */
export function* toCsvPair(graph: Graph): Generator<string | Uint8Array<ArrayBuffer>> {
  const nodes = [ID, CAPTION, ...(yield* nodeColumns(graph.nodes))];
  const [, ...edges] = yield* edgeColumns(graph.edges, EDGE_NAMES);
  yield* zipped({
    'nodes.csv': tableOf(graph.nodes, nodes),
    'edges.csv': tableOf(graph.edges, [ID, ...EDGE_COLUMNS, ...edges]),
    'about.json': [`${JSON.stringify(graph.attributes, undefined, 2)}\n`],
  });
}

function* zipped(
  files: Readonly<Record<string, Iterable<string>>>,
): Generator<string | Uint8Array<ArrayBuffer>> {
  let made: Uint8Array<ArrayBuffer>[] = [];
  const zip = new Zip((fault, piece) => {
    if (fault) throw fault;
    made.push(piece);
  });
  for (const [name, texts] of Object.entries(files)) {
    const file = new ZipDeflate(name, { level: 6 });
    file.mtime = TIME;
    zip.add(file);
    for (const text of texts) {
      file.push(strToU8(text));
      yield* made.length > 0 ? made : [''];
      made = [];
    }
    file.push(new Uint8Array(), true);
  }
  zip.end();
  yield* made;
}

type Element = Graph['nodes'][number] | Graph['edges'][number];

type Edge = Graph['edges'][number];

const ID: Column<Element> = { title: 'Id', type: 'text', text: ({ key }) => key };
const CAPTION: Column<Graph['nodes'][number]> = {
  title: 'Label',
  type: 'text',
  text: ({ attributes }) => attributes.caption,
};
/** As Gephi has them: its `Type` is whether an edge is directed, its `Kind` the type by which parallel edges differ. */
const EDGE_COLUMNS: Column<Edge>[] = [
  { title: 'Source', type: 'text', text: ({ source }) => source },
  { title: 'Target', type: 'text', text: ({ target }) => target },
  { title: 'Type', type: 'text', text: () => 'Directed' },
  { title: 'Kind', type: 'text', text: ({ attributes }) => attributes.type },
  { title: 'Label', type: 'text', text: ({ attributes }) => attributes.type },
];
const EDGE_NAMES = ['kind'];

function* tableOf<E>(elements: readonly E[], columns: readonly Column<E>[]): Generator<string> {
  yield BYTE_ORDER_MARK + csvLine(columns.map(({ title }) => title));
  yield* textsOf(elements, (element) => csvLine(columns.map((column) => column.text(element))));
}
