import type { Box } from '../geometry/box.ts';
import type { Size } from '../geometry/frame.ts';
import type { Position } from '../geometry/position.ts';
import type { Extent } from '../looks/shapes.ts';

/** The places right at a node, the best first. */
export const SIDES = [
  'below',
  'right',
  'left',
  'above',
  'belowRight',
  'belowLeft',
  'aboveRight',
  'aboveLeft',
] as const;

/** A place a little further off, by its number; it needs a leader to its node. */
type Away = `away ${number}`;
/** Where a label is, seen from its node. */
export type Side = (typeof SIDES)[number] | Away;

/** What places depend on: the node's middle and radius, the label's size. In pixels, y downwards. */
export interface Anchored extends Position, Size {
  radius: number;
  /** How far its shape reaches; as a circle does when absent. */
  extent?: Extent;
}

const ROUND: Extent = { up: 1, down: 1, side: 1 };

const GAP = 2;
const DIRECTIONS = 16;
/** How far off the places are that need a leader, in pixels from the rim of the node. */
const DISTANCES = [9, 17, 26, 36, 48, 62, 80, 100] as const;

/** The places further off that are within a reach, in pixels, the nearest first. */
export function sidesAway(reach: number): Away[] {
  return DISTANCES.filter((distance) => distance <= reach).flatMap((_, ring) =>
    Array.from({ length: DIRECTIONS }, (_each, at) => `away ${ring * DIRECTIONS + at}` as const),
  );
}

/** The box of a label on a side of its node. */
export function boxOn(side: Side, anchored: Anchored): Box {
  const { x, y, width, height, radius, extent = ROUND } = anchored;
  const beside = extent.side * radius + GAP + 2 + width / 2;
  const under = extent.down * radius + GAP + height / 2;
  const over = extent.up * radius + GAP + height / 2;
  const slid = width / 2 - radius;
  switch (side) {
    case 'below':
      return { x, y: y + under, width, height };
    case 'above':
      return { x, y: y - over, width, height };
    case 'right':
      return { x: x + beside, y, width, height };
    case 'left':
      return { x: x - beside, y, width, height };
    case 'belowRight':
      return { x: x + slid, y: y + under, width, height };
    case 'belowLeft':
      return { x: x - slid, y: y + under, width, height };
    case 'aboveRight':
      return { x: x + slid, y: y - over, width, height };
    case 'aboveLeft':
      return { x: x - slid, y: y - over, width, height };
    default:
      return boxAway(side, anchored);
  }
}

function boxAway(side: Away, { x, y, width, height, radius }: Anchored): Box {
  const place = Number(side.slice('away '.length));
  const angle = (2 * Math.PI * (place % DIRECTIONS)) / DIRECTIONS;
  const out = radius + (DISTANCES[Math.floor(place / DIRECTIONS)] ?? 0);
  const [right, down] = [Math.sin(angle), Math.cos(angle)];
  return {
    x: x + right * (out + width / 2),
    y: y + down * (out + height / 2),
    width,
    height,
  };
}

/** The room a node takes; its label lies outside of it. */
export function nodeBox({ x, y, radius, extent = ROUND }: Omit<Anchored, keyof Size>): Box {
  const { up, down, side } = extent;
  return { x, y: y + ((down - up) / 2) * radius, width: 2 * side * radius, height: (up + down) * radius };
}
