import type { Format } from '../../../server/core/formats/format.ts';
import { shownGraph } from '../../../server/core/picture/graph-index.ts';
import { explain } from '../../api.ts';
import { graphFile } from '../../state/shown/graph-file.ts';
import type { ExplorerStore } from '../../state/store.ts';
import { download } from './download.ts';

/** Saves what is shown as a file, and says so. */
export async function saveGraph(
  store: ExplorerStore,
  format: Format,
  announce: (text: string) => void,
): Promise<void> {
  const state = store.getState();
  try {
    const { name, mediaType, body } = await graphFile(shownGraph(state), format, state.positions);
    download(name, mediaType, body);
    announce(`${name} is saved.`);
  } catch (cause) {
    announce(`The graph could not be saved: ${explain(cause).message}`);
  }
}
