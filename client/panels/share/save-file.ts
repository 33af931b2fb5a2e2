import type { Format } from '../../../server/core/formats/format.ts';
import type { Graph } from '../../../server/core/model/graph.ts';
import { explain } from '../../api.ts';
import { graphFile } from '../../state/shown/graph-file.ts';
import { download } from './download.ts';

/** Saves a graph as a file, and says so. */
export async function saveGraph(
  graph: Graph,
  format: Format,
  announce: (text: string) => void,
): Promise<void> {
  try {
    const { name, mediaType, body } = await graphFile(graph, format);
    download(name, mediaType, body);
    announce(`${name} is saved.`);
  } catch (cause) {
    announce(`The graph could not be saved: ${explain(cause).message}`);
  }
}
