import type { Graph } from '../model/graph.ts';
import { toCsvPair } from './csv.ts';
import { toCypherScript } from './cypher-script.ts';
import type { DrawnNodes, Format } from './format.ts';
import { toGexf } from './gexf.ts';
import { toGraphml } from './graphml.ts';
import { jsonPieces } from './json-pieces.ts';
import type { Pieces } from './pieces.ts';

const WRITERS: Readonly<Record<Format, (graph: Graph, drawn?: DrawnNodes) => Pieces>> = {
  json: jsonPieces,
  gexf: toGexf,
  graphml: toGraphml,
  csv: toCsvPair,
  cypher: toCypherScript,
};

/**
 * A graph as a file of a format, piece by piece. Equal graphs give equal files.
 * @param drawn How nodes are drawn, by key, which GEXF and GraphML keep.
 * @throws EntenteError `too_large` before the first piece that is not empty, where the format cannot hold it
 */
export function writeGraph(graph: Graph, format: Format, drawn?: DrawnNodes): Pieces {
  return WRITERS[format](graph, drawn);
}
