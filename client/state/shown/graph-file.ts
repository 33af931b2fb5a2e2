import { type DrawnNodes, FORMATS, type Format, fileName } from '../../../server/core/formats/format.ts';
import type { Graph } from '../../../server/core/model/graph.ts';
import { sliced } from '../../slices.ts';

type FilePiece = string | Uint8Array<ArrayBuffer>;

export interface GraphFile {
  name: string;
  mediaType: string;
  body: readonly FilePiece[];
}

/**
 * A graph in the picture as a file, with where its nodes stand where the format can tell it. The writers are loaded when they are first wanted.
 * Rejects when they cannot be loaded, or the format cannot hold the graph.
 */
export async function graphFile(graph: Graph, format: Format, drawn?: DrawnNodes): Promise<GraphFile> {
  const { writeGraph } = await import('../../../server/core/formats/write.ts');
  const { attributes, nodes, edges } = graph;
  // What is hidden was taken away on purpose and is not missing; what a limit cut off is.
  const total = attributes.truncated ? attributes.total : { nodes: nodes.length, edges: edges.length };
  const body: FilePiece[] = [];
  const rest = sliced();
  for (const piece of writeGraph({ ...graph, attributes: { ...attributes, total } }, format, drawn)) {
    if (piece.length > 0) body.push(piece);
    await rest();
  }
  return { name: fileName(attributes.snapshot, format), mediaType: FORMATS[format].mediaType, body };
}
