import type { Box } from '../geometry/box.ts';
import type { Size } from '../geometry/frame.ts';
import { crosses, distanceTo, type Segment } from '../geometry/geometry.ts';
import type { Position } from '../geometry/position.ts';
import { cornersOf, type Extent, extentOf } from '../looks/shapes.ts';
import type { Shape } from '../model/style.ts';

/** The mark of a node in the picture: its middle and the radius of its shape, in pixels, y downwards. */
export interface Mark extends Position {
  key: string;
  radius: number;
  shape: Shape;
}

/** What places depend on: a node's mark and the size of its label. */
export interface Anchored extends Omit<Mark, 'key'>, Size {
  /** How far rings reach beyond the mark; they are no nearer to a label than the mark itself would be. */
  ring?: number;
}

/**
 * The places right at a node, by how far the label's middle is off to the right and down: 1 is beside, over or under
 * the node, 0 is level with it, and what lies between is slid along; and by how much worse each is than the first, in
 * crossed lines.
 */
const PLACES = {
  below: [0, 1, 0],
  right: [1, 0, 0.5],
  left: [-1, 0, 0.7],
  above: [0, -1, 0.9],
  belowRight: [0.9, 1, 1.2],
  belowLeft: [-0.9, 1, 1.3],
  rightLow: [1, 0.6, 1.4],
  rightHigh: [1, -0.6, 1.5],
  leftLow: [-1, 0.6, 1.6],
  leftHigh: [-1, -0.6, 1.7],
  slidRight: [0.45, 1, 1.4],
  slidLeft: [-0.45, 1, 1.5],
  aboveRight: [0.9, -1, 1.7],
  aboveLeft: [-0.9, -1, 1.8],
  overRight: [0.45, -1, 1.9],
  overLeft: [-0.45, -1, 2],
} as const;
type Touching = keyof typeof PLACES;
/** The same, but beyond the heads of the edges that end at the node. */
type Beyond = `${Touching} beyond`;

/** A place further off, by its number; a pointer ties it to its node. */
type Away = `away ${number}`;
/** Where a label is, seen from its node. */
export type Side = Touching | Beyond | Away;

/** The places right at a node, and those beyond the heads of edges there, the best first. */
export const TOUCHING = Object.keys(PLACES) as Touching[];
export const BEYOND = TOUCHING.map((side): Beyond => `${side} beyond`);

/** Room for the head of an edge, in pixels. */
const HEAD = 5;
const OFF = new Map<Side, readonly [right: number, low: number, worse: number, off: number]>([
  ...TOUCHING.map((side) => [side, [...PLACES[side], 0]] as const),
  ...TOUCHING.map((side) => [`${side} beyond`, [...PLACES[side], HEAD]] as const),
]);
/** How far off its node a label begins at most, in pixels. */
export const FAR = 16;
/** Between a label and its node, in pixels: letters have room over and under them, but not before and after. */
const [GAP, BESIDE] = [2, 4];
const DIRECTIONS = 16;
/** How far off the places are that need a pointer, in pixels from the rim of the node. */
const DISTANCES = [14, 24, 36, 50, 68, 90, 120, 160, 210, 280, 370] as const;

/** The places further off, the nearest first. */
export const AWAY = DISTANCES.flatMap((_, ring) =>
  Array.from({ length: DIRECTIONS }, (_each, at): Away => `away ${ring * DIRECTIONS + at}`),
);

/** How much worse a side is than the first, in crossed lines. */
export function worseOf(side: Side): number {
  return OFF.get(side)?.[2] ?? 0;
}

/** On which side of its box a label's lines are flush: where its node is. */
export function flushOf(side: Side): 'left' | 'right' | 'middle' {
  const [right] = OFF.get(side) ?? [0];
  return right > 0.8 ? 'left' : right < -0.8 ? 'right' : 'middle';
}

/** Where a label's lines are flush, or their middle, from left to right. */
export function flushX({ side, x, width }: { side: Side; x: number; width: number }): number {
  const off = width / 2 - 2;
  return { left: x - off, right: x + off, middle: x }[flushOf(side)];
}

/** The box of a label on a side of its node. */
export function boxOn(side: Side, anchored: Anchored): Box {
  const { x, y, width, height, radius, shape, ring = 0 } = anchored;
  const place = OFF.get(side);
  if (!place) return boxAway(side as Away, anchored);
  const { up, down, side: reach } = extentOf(shape);
  const [right, low, , off] = place;
  // Beside its node a label's middle is as far off as its width takes; slid along it stays over or under it.
  if (Math.abs(right) === 1)
    return {
      x: x + right * (reach * radius + ring + BESIDE + off + width / 2),
      y: y + (low * height) / 2,
      width,
      height,
    };
  const under = (low > 0 ? down : up) * radius + ring + GAP + off + height / 2;
  return { x: x + (right / 0.9) * (width / 2 - radius), y: y + low * under, width, height };
}

function boxAway(side: Away, { x, y, width, height, radius }: Anchored): Box {
  const place = Number(side.slice('away '.length));
  const angle = (2 * Math.PI * (place % DIRECTIONS)) / DIRECTIONS;
  const out = radius + (DISTANCES[Math.floor(place / DIRECTIONS)] ?? 0);
  const [right, down] = [Math.sin(angle), Math.cos(angle)];
  return { x: x + right * (out + width / 2), y: y + down * (out + height / 2), width, height };
}

/** The room a node takes; its label lies outside of it. */
export function nodeBox<M extends Omit<Mark, 'key'>>(mark: M): M & Box {
  const { up, down, side }: Extent = extentOf(mark.shape);
  const { y, radius } = mark;
  return {
    ...mark,
    y: y + ((down - up) / 2) * radius,
    width: 2 * side * radius,
    height: (up + down) * radius,
  };
}

/** The sides of a mark's shape; of a circle none. */
export function sidesOf({ x, y, radius, shape }: Omit<Mark, 'key'>): Segment[] {
  const corners = cornersOf(shape) ?? [];
  return corners.map(([right, down], at) => {
    const [nextRight, nextDown] = corners[(at + 1) % corners.length] ?? [right, down];
    return [x + radius * right, y + radius * down, x + radius * nextRight, y + radius * nextDown];
  });
}

/** How far a box is from a mark that it does not cover, by the sides of its shape; 0 where it does. */
export function gapTo(box: Box, mark: Omit<Mark, 'key' | 'shape'>, sides: readonly Segment[]): number {
  if (sides.length === 0) return Math.max(0, toBox(mark, box) - mark.radius);
  const [beside, over] = [box.width / 2, box.height / 2];
  let least = Infinity;
  for (const side of sides) {
    if (crosses(side, box)) return 0;
    least = Math.min(least, toBox({ x: side[0], y: side[1] }, box));
    for (let end = 0; end < 4; end += 1) {
      const x = box.x + (end % 2 ? beside : -beside);
      least = Math.min(least, distanceTo({ x, y: box.y + (end > 1 ? over : -over) }, side));
    }
  }
  return least;
}

function toBox(point: Position, box: Box): number {
  const beside = Math.abs(point.x - box.x) - box.width / 2;
  const over = Math.abs(point.y - box.y) - box.height / 2;
  return Math.hypot(Math.max(0, beside), Math.max(0, over));
}
