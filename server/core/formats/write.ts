import type { Graph } from '../model/graph.ts';
import { toCsvPair } from './csv.ts';
import { toCypherScript } from './cypher-script.ts';
import type { Format } from './format.ts';
import { toGexf } from './gexf.ts';
import { toGraphml } from './graphml.ts';

const WRITERS: Readonly<Record<Format, (graph: Graph) => string | Uint8Array<ArrayBuffer>>> = {
  json: (graph) => JSON.stringify(graph),
  gexf: toGexf,
  graphml: toGraphml,
  csv: toCsvPair,
  cypher: toCypherScript,
};

/** A graph as a file of a format, as text or bytes. Equal graphs give equal files. */
export function writeGraph(graph: Graph, format: Format): string | Uint8Array<ArrayBuffer> {
  return WRITERS[format](graph);
}
