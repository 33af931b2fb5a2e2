import type { Graph } from '../core/model/graph.ts';
import { readPacked } from '../core/packed/read.ts';
import { writePacked } from '../core/packed/write.ts';
import { inSlices } from '../threads/slices.ts';
import type { ReadView } from './read-view.ts';

/** What was read of a view, as bytes for a thread: handed over as objects, 50,000 edges would hold everybody up. */
export type PackedView = Omit<ReadView, 'loaded' | 'base'> & {
  loaded: Uint8Array<ArrayBuffer>;
  /** Absent where it is the view itself. */
  base?: Uint8Array<ArrayBuffer>;
};

/** Packs a view in slices. */
export async function packView({ loaded, base, ...rest }: ReadView): Promise<PackedView> {
  return { ...rest, loaded: await packed(loaded), ...(base !== loaded && { base: await packed(base) }) };
}

/** The view that was packed. */
export async function unpackView(view: PackedView): Promise<ReadView> {
  const loaded = await readPacked(view.loaded);
  return { ...view, loaded, base: view.base ? await readPacked(view.base) : loaded };
}

async function packed(graph: Graph): Promise<Uint8Array<ArrayBuffer>> {
  const rest = inSlices();
  const pieces: Uint8Array[] = [];
  for (const piece of writePacked(graph)) {
    pieces.push(piece);
    await rest();
  }
  return new Uint8Array(Buffer.concat(pieces));
}
