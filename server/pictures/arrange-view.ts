import type { Positions } from '../core/geometry/position.ts';
import { measureNodes } from '../core/measures/registry.ts';
import { runTask } from '../core/measures/report.ts';
import { type PictureParts, pictureOf } from '../core/picture/picture-of.ts';
import { type Measuring, settleView } from '../core/picture/settle-view.ts';
import type { ReadView } from './read-view.ts';

/** At most this many layouts are kept, those longest made going first. */
const MOST_LAYOUTS = 32;

const MEASURING: Measuring = { nodes: measureNodes, alliances: runTask };

/**
 * Lays views out as the explorer does: a small database whole, so that views show parts of one picture. Views of one
 * state of the data share what they have in common.
 */
export function createArranger(): (read: ReadView) => Promise<PictureParts> {
  const layouts = new Map<string, Positions>();
  return async (read) => {
    const scope = read.isWhole ? '' : JSON.stringify(read.view);
    const settled = await settleView(read, MEASURING, layouts, scope);
    for (const oldest of [...layouts.keys()].slice(0, -MOST_LAYOUTS)) layouts.delete(oldest);
    return pictureOf(settled);
  };
}
