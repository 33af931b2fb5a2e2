import { isInside } from '../geometry/area.ts';
import { boundsOf } from '../geometry/bounds.ts';
import { type DrawnPath, pointOn, type Segment } from '../geometry/geometry.ts';
import type { Position } from '../geometry/position.ts';
import { cornersOf, type EdgeLook } from '../looks/look.ts';
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

/** Between the tip of a head and its node, and around a head whose place is reckoned, in pixels. */
const [GAP, MARGIN] = [1, 0.5];
/** So often the way to the tip is halved. */
const HALVINGS = 9;

/** The room that the head of an edge takes at its target. */
export function endOf({ path, look, target, width }: Ended): Obstacle {
  const head = HEADS[headOf(look)];
  let [out, inside] = [0.5, 1];
  for (let step = 0; step < HALVINGS; step += 1) {
    const middle = (out + inside) / 2;
    if (covers(target, pointOn(path, middle))) inside = middle;
    else out = middle;
  }
  const tip = pointOn(path, out);
  const [length, half] = [width * head.length + MARGIN, (width * head.width) / 2 + MARGIN];
  const back = pointOn(path, Math.max(0, out - 0.02));
  const far = Math.max(1e-6, Math.hypot(back.x - tip.x, back.y - tip.y));
  const [right, down] = [(back.x - tip.x) / far, (back.y - tip.y) / far];
  const base = { x: tip.x + right * length, y: tip.y + down * length };
  const corners = [
    tip,
    { x: base.x - down * half, y: base.y + right * half },
    { x: base.x + down * half, y: base.y - right * half },
  ];
  const bounds = boundsOf(corners);
  return {
    x: (bounds.left + bounds.right) / 2,
    y: (bounds.bottom + bounds.top) / 2,
    width: bounds.right - bounds.left,
    height: bounds.top - bounds.bottom,
    sides: corners.map((from, at): Segment => {
      const to = corners[(at + 1) % corners.length] ?? from;
      return [from.x, from.y, to.x, to.y];
    }),
  };
}

function covers({ x, y, radius, shape }: Mark, point: Position): boolean {
  const corners = cornersOf(shape);
  const reach = radius + GAP;
  if (!corners) return Math.hypot(point.x - x, point.y - y) <= reach;
  return isInside(
    point,
    corners.map(([right, down]) => ({ x: x + right * reach, y: y + down * reach })),
  );
}
