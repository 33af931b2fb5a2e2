import type { Box } from '../geometry/box.ts';
import type { Segment } from '../geometry/geometry.ts';
import type { Position } from '../geometry/position.ts';
import type { Side } from './label-sides.ts';

/** The straight piece from the rim of a node to the box of its label; undefined where it lies at the node. */
export function leaderOf(
  side: Side,
  { x, y, radius }: Position & { radius: number },
  box: Box,
): Segment | undefined {
  if (!side.startsWith('away')) return undefined;
  const end = {
    x: Math.min(box.x + box.width / 2, Math.max(box.x - box.width / 2, x)),
    y: Math.min(box.y + box.height / 2, Math.max(box.y - box.height / 2, y)),
  };
  const length = Math.max(1, Math.hypot(end.x - x, end.y - y));
  const [right, down] = [(end.x - x) / length, (end.y - y) / length];
  return [x + right * (radius + 1), y + down * (radius + 1), end.x - right, end.y - down];
}

/** The box about a straight piece. */
export function boundsOf([fromX, fromY, toX, toY]: Segment): Box {
  return {
    x: (fromX + toX) / 2,
    y: (fromY + toY) / 2,
    width: Math.abs(toX - fromX),
    height: Math.abs(toY - fromY),
  };
}

/** Small boxes along a leader, so that no later label covers it. */
export function dotsOn([fromX, fromY, toX, toY]: Segment): Box[] {
  const steps = Math.ceil(Math.hypot(toX - fromX, toY - fromY) / 4);
  return Array.from({ length: steps }, (_, at) => {
    const share = (at + 0.5) / steps;
    return { x: fromX + share * (toX - fromX), y: fromY + share * (toY - fromY), width: 2, height: 2 };
  });
}
