import type { Graph } from '../server/core/model/graph.ts';
import { readPacked } from '../server/core/packed/read.ts';
import { sliced } from './slices.ts';

/**
 * Reads a packed graph in slices, between which the page can do other things.
 *
 * @throws EntenteError when the bytes are not a packed graph; an AbortError when `signal` aborts
 */
export async function unpack(
  bytes: Uint8Array<ArrayBuffer>,
  signal: AbortSignal | undefined,
): Promise<Graph> {
  return readPacked(bytes, sliced(signal));
}
