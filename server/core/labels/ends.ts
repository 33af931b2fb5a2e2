import { isInside } from '../geometry/area.ts';
import { boundsOf } from '../geometry/bounds.ts';
import { type DrawnPath, pointOn, type Segment } from '../geometry/geometry.ts';
import type { Position } from '../geometry/position.ts';
import { cornersOf, type EdgeLook, SHAPES } from '../looks/look.ts';
import { HEADS, headOf } from '../looks/weights.ts';
import type { Mark } from './label-sides.ts';
import type { Obstacle } from './place-labels.ts';

/** An edge whose line ends in a head. */
export interface Ended {
  path: DrawnPath;
  look: EdgeLook;
  target: Mark;
  /** Of the line, in pixels. */
  width: number;
}

/** Between the tip of a head and its node, in pixels. */
const GAP = 1;
/** So often the way to the tip is halved; over so much of it a head is turned. */
const [HALVINGS, NEAR] = [11, 0.02];

/** The head that an edge ends in: at which share of its way its tip is, and its corners, the tip first. */
export function headOn({ path, look, target, width }: Ended): { share: number; corners: Position[] } {
  const { length, width: wide } = HEADS[headOf(look)];
  let [share, inside] = [0.5, 1];
  for (let step = 0; step < HALVINGS; step += 1) {
    const middle = (share + inside) / 2;
    if (covers(target, pointOn(path, middle))) inside = middle;
    else share = middle;
  }
  const tip = pointOn(path, share);
  // The curve bends little within a head.
  const back = pointOn(path, Math.max(0, share - NEAR));
  const far = Math.hypot(back.x - tip.x, back.y - tip.y) || 1;
  const [right, down] = [(back.x - tip.x) / far, (back.y - tip.y) / far];
  const base = { x: tip.x + right * width * length, y: tip.y + down * width * length };
  const half = (width * wide) / 2;
  return {
    share,
    corners: [
      tip,
      { x: base.x - down * half, y: base.y + right * half },
      { x: base.x + down * half, y: base.y - right * half },
    ],
  };
}

/** The room that the head of an edge takes at its target. */
export function endOf(edge: Ended): Obstacle {
  const { corners } = headOn(edge);
  const { left, right, bottom, top } = boundsOf(corners);
  return {
    x: (left + right) / 2,
    y: (bottom + top) / 2,
    width: right - left,
    height: top - bottom,
    sides: corners.map((from, at): Segment => {
      const to = corners[(at + 1) % corners.length] ?? from;
      return [from.x, from.y, to.x, to.y];
    }),
  };
}

function covers({ x, y, radius, shape }: Mark, point: Position): boolean {
  const reach = radius + GAP;
  const at = { x: (point.x - x) / reach, y: (point.y - y) / reach };
  const outline = OUTLINES.get(shape);
  return outline ? isInside(at, outline) : Math.hypot(at.x, at.y) <= 1;
}

const OUTLINES = new Map(
  SHAPES.map((shape) => [shape, cornersOf(shape)?.map(([x, y]): Position => ({ x, y }))]),
);
