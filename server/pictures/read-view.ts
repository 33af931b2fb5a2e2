import { readFiltered } from '../core/answers/filtered.ts';
import type { Reader } from '../core/answers/reader.ts';
import type { Graph } from '../core/model/graph.ts';
import { MOST_BASE } from '../core/picture/arrangement.ts';
import type { View } from '../core/view/view.ts';
import { createViewReader } from '../graph/view.ts';

/** What the database holds of a view: all that is needed to arrange and draw it. */
export interface ReadView {
  view: View;
  loaded: Graph;
  /** The whole of a small database, else what the view shows. */
  base: Graph;
  /** Whether `base` is the whole. */
  isWhole: boolean;
  /** Whether it is all there to be laid out as the explorer does it: nothing of it was cut off. */
  isComplete: boolean;
}

/**
 * Reads what views are drawn from.
 *
 * @param rowLimit At most this many nodes, and edges, of each view and of the whole.
 */
export function createPictureReader(reader: Reader, rowLimit: number): (view: View) => Promise<ReadView> {
  const read = createViewReader(reader, rowLimit);
  let whole: Promise<Graph | undefined> | undefined;
  const wholeIfSmall = async () => {
    const [counts] = await reader.rows('describe/counts');
    return Number(counts?.nodes) <= MOST_BASE ? await readFiltered(reader, {}, rowLimit) : undefined;
  };
  return async (view) => {
    const loaded = await read(view);
    whole ??= wholeIfSmall();
    const all = await whole;
    const isWhole = all !== undefined && !all.attributes.truncated;
    const isComplete = !all?.attributes.truncated && !loaded.attributes.truncated;
    return { view, loaded, base: isWhole ? all : loaded, isWhole, isComplete };
  };
}
