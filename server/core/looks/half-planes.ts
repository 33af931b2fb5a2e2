import type { Shape } from '../model/style.ts';
import { type Corner, cornersOf, reachOf } from './shapes.ts';

/** How many times a shape repeats all round, mirrored each time about an axis, the first a share of a turn from the top. */
const SYMMETRY: Readonly<Record<Exclude<Shape, 'circle'>, { sectors: number; turn: number }>> = {
  square: { sectors: 4, turn: 0.125 },
  diamond: { sectors: 4, turn: 0 },
  triangle: { sectors: 3, turn: 0 },
  wedge: { sectors: 3, turn: 0.5 },
  pentagon: { sectors: 5, turn: 0 },
  hexagon: { sectors: 6, turn: 1 / 12 },
  star: { sectors: 5, turn: 0 },
  page: { sectors: 2, turn: 0 },
  cross: { sectors: 4, turn: 0 },
};

/** A shape as half-planes folded around its middle: a point is inside when it is inside of each. */
export interface HalfPlanes {
  /** How many times the shape repeats all round, mirrored each time. */
  sectors: number;
  /** The axis of the first sector, in radians clockwise from the top. */
  angle: number;
  /** Of each side its normal, as [along the axis, off it], and its distance, where the furthest corner's is 1. */
  sides: (readonly [number, number, number])[];
}

/** The half-planes of a shape with corners. */
export function halfPlanesOf(shape: Exclude<Shape, 'circle'>): HalfPlanes {
  const { sectors, turn } = SYMMETRY[shape];
  const angle = 2 * Math.PI * turn;
  const [sin, cos] = [Math.sin(angle), Math.cos(angle)];
  const corners = (cornersOf(shape) ?? []).map(([x, y]): Corner => [x * sin - y * cos, x * cos + y * sin]);
  const sides = corners.flatMap((from, at) => {
    const to = corners[(at + 1) % corners.length] ?? from;
    if (!isWithin(from, to, Math.PI / sectors)) return [];
    const [x, y, length] = [to[1] - from[1], from[0] - to[0], Math.hypot(to[0] - from[0], to[1] - from[1])];
    return [[x / length, y / length, (x * from[0] + y * from[1]) / length / reachOf(shape)] as const];
  });
  return { sectors, angle, sides };
}

/** Whether a side is in part between the axis and the border of half a sector. */
function isWithin(from: Corner, to: Corner, border: number): boolean {
  const [starts, ends] = [Math.atan2(from[1], from[0]), Math.atan2(to[1], to[0])];
  return Math.max(starts, 0) + 1e-9 < Math.min(ends, border);
}
