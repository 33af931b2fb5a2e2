import type { Box } from '../geometry/box.ts';
import { sizeOf } from '../looks/sizes.ts';
import { LINE_HEIGHT, wrapLabel } from './text.ts';

/** The room a node asks for about its own position: `drop` is how far below it the room's middle is. */
export interface Footprint {
  width: number;
  height: number;
  drop: number;
}

/** The size of labels in layout units, which are pixels when the picture is shown at its natural size. */
export const LABEL_SIZE = 12;
/** Between a node and its label. */
export const LABEL_GAP = 3;
const MARGIN = 4;
/** From this many edges on a node has ends of edges all round. */
const IMPORTANT = 4;
/**
 * How much more room labels get, those of such nodes and others: pictures are shown at half their natural size beside
 * panels, where labels are as large as ever.
 */
const [AMPLE, USUAL] = [2.4, 1.6];

/**
 * The room that a node of some radius and its label underneath ask for, in layout units, by estimated
 * widths of characters.
 */
export function footprintOf(caption: string, degree: number, labelled: boolean): Footprint {
  const radius = sizeOf(degree, 'degree') * 1.25;
  if (!labelled) return { width: 2 * radius + MARGIN, height: 2 * radius + MARGIN, drop: 0 };
  const { lines, width } = wrapLabel(caption);
  const size = LABEL_SIZE * shareOf(degree);
  const text = lines.length * LINE_HEIGHT * size + LABEL_GAP;
  return {
    width: Math.max(2 * radius, width * size) + 2 * MARGIN,
    height: 2 * radius + text + 2 * MARGIN,
    drop: text / 2,
  };
}

function shareOf(degree: number): number {
  // What has no edge has no place of its own either, and is packed closely beside the rest.
  if (degree === 0) return 1;
  return degree >= IMPORTANT ? AMPLE : USUAL;
}

/** The room kept for a node that is not in the picture just now, whose caption is not known any more. */
export const ABSENT: Footprint = { width: 110, height: 56, drop: 16 };

/** Where a footprint lies for a node at a position. */
export function boxAt(footprint: Footprint, x: number, y: number): Box {
  return { x, y: y - footprint.drop, width: footprint.width, height: footprint.height };
}
