import type { Shape } from '../model/style.ts';
import { cornersOf } from './shapes.ts';

/**
 * How far a point is from the outline of a shape of radius 1 around the origin, y downwards; negative inside.
 */
export function distanceToShape(shape: Shape, x: number, y: number): number {
  const corners = cornersOf(shape);
  if (!corners) return Math.hypot(x, y) - 1;
  let [least, inside] = [Infinity, false];
  corners.forEach(([toX, toY], at) => {
    const [fromX, fromY] = corners[(at + corners.length - 1) % corners.length] ?? [toX, toY];
    const [alongX, alongY] = [toX - fromX, toY - fromY];
    const [offX, offY] = [x - fromX, y - fromY];
    const share = (offX * alongX + offY * alongY) / (alongX * alongX + alongY * alongY);
    const nearest = Math.min(1, Math.max(0, share));
    least = Math.min(least, Math.hypot(offX - nearest * alongX, offY - nearest * alongY));
    // A ray to the right crosses the outline an odd number of times from within.
    if (fromY > y !== toY > y && x < fromX + (offY / alongY) * alongX) inside = !inside;
  });
  return inside ? -least : least;
}
