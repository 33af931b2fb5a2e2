import type { Box } from '../geometry/box.ts';
import type { Segment } from '../geometry/geometry.ts';
import type { Position } from '../geometry/position.ts';

/** How wide a pointer is where it leaves its label, in pixels. */
const FOOT = 2.5;

/** From the label's box to the rim of the node it points at: its middle line, in pixels. */
export function pointerOf({ x, y, radius }: Position & { radius: number }, box: Box): Segment {
  const half = { x: box.width / 2, y: box.height / 2 };
  const end = {
    x: Math.min(box.x + half.x, Math.max(box.x - half.x, x)),
    y: Math.min(box.y + half.y, Math.max(box.y - half.y, y)),
  };
  const length = Math.max(1, Math.hypot(end.x - x, end.y - y));
  return [x + ((end.x - x) / length) * radius, y + ((end.y - y) / length) * radius, end.x, end.y];
}

/** The corners of a pointer: a wedge like that of a speech balloon, which nobody takes for an edge. */
export function wedgeOf([x, y, footX, footY]: Segment): [Position, Position, Position] {
  const share = FOOT / 2 / Math.max(1, Math.hypot(footX - x, footY - y));
  const [across, along] = [(footY - y) * share, (footX - x) * share];
  return [
    { x, y },
    { x: footX + across, y: footY - along },
    { x: footX - across, y: footY + along },
  ];
}

/** Small boxes along a line, so that nothing else is put over it. */
export function dotsOn([fromX, fromY, toX, toY]: Segment): Box[] {
  const steps = Math.ceil(Math.hypot(toX - fromX, toY - fromY) / 4);
  return Array.from({ length: steps }, (_, at) => {
    const share = (at + 0.5) / steps;
    return { x: fromX + share * (toX - fromX), y: fromY + share * (toY - fromY), width: 3, height: 3 };
  });
}
