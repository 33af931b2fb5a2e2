import type { Position } from './build.ts';
import type { Box } from './footprint.ts';
import type { Size } from './frame.ts';

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
}

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
  const { x, y, width, height, radius } = anchored;
  const out = radius + GAP;
  const [beside, under] = [out + 2 + width / 2, out + height / 2];
  const slid = width / 2 - radius;
  switch (side) {
    case 'below':
      return { x, y: y + under, width, height };
    case 'above':
      return { x, y: y - under, width, height };
    case 'right':
      return { x: x + beside, y, width, height };
    case 'left':
      return { x: x - beside, y, width, height };
    case 'belowRight':
      return { x: x + slid, y: y + under, width, height };
    case 'belowLeft':
      return { x: x - slid, y: y + under, width, height };
    case 'aboveRight':
      return { x: x + slid, y: y - under, width, height };
    case 'aboveLeft':
      return { x: x - slid, y: y - under, width, height };
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
