import { type Box, overlap } from '../geometry/box.ts';
import type { Size } from '../geometry/frame.ts';
import { crosses, type Segment } from '../geometry/geometry.ts';
import { Occupied } from '../geometry/occupied.ts';
import { type Anchored, boxOn, SIDES, type Side, sidesAway } from './label-sides.ts';
import { boundsOf, dotsOn, leaderOf } from './leader.ts';

/** A node on the canvas whose label is to be placed. All lengths in pixels, y downwards. */
export interface Labelled extends Anchored {
  key: string;
  /** The side it had before, to be kept where that is possible. */
  side?: Side | undefined;
  /** Whether any other side than the one before will do. */
  movable?: boolean;
  /** How far off its node the label may go where there is no room beside it. */
  reach?: number;
  /** Whether it is to have a place even at the cost of others. */
  needed?: boolean;
}

/** A label that has its place: `x` and `y` are the middle of its box. */
export interface PlacedLabel extends Box {
  key: string;
  side: Side;
  /** The line that ties it to its node, where it is not right beside it. */
  leader?: Segment;
}

/** A straight piece of an edge, and how much it matters that no label lies over it. */
export interface Line {
  piece: Segment;
  weight: number;
}

/** What labels are placed among. */
export interface Surface {
  canvas: Size;
  /** The part of the canvas that no overlay covers; labels of nodes in it stay in it. */
  free?: Box;
  /** What no label may cover: all nodes on the canvas, marks and controls. */
  obstacles: readonly Box[];
  lines: readonly Line[];
  /** How many labels are placed at most. */
  most?: number;
  /**
   * Whether labels may cover nodes that have none: among thousands, the most important would else find no place. What
   * is named stays clear, and what is covered is not named.
   */
  crowded?: boolean;
}

/** How much worse each side is than the first, in crossed lines. */
const WORSE: Readonly<Record<(typeof SIDES)[number], number>> = {
  below: 0,
  right: 0.5,
  left: 0.7,
  above: 0.9,
  belowRight: 1.2,
  belowLeft: 1.3,
  aboveRight: 1.7,
  aboveLeft: 1.8,
};

/** Between one label and the next under it, in pixels: closer, the two read as one name of more lines. */
const APART = 4;

/** How often places are dealt out anew for the sake of labels that came away empty. */
const MOST_DEALS = 12;

/**
 * Gives labels their places, the first of `labelled` choosing first: beside its node, else a little off
 * with a leader; over no other label and no node, crossed by as few lines as can be. Labels without such
 * a place are left out; a `needed` one that would be is let choose before all others, if that helps.
 */
export function placeLabels(labelled: readonly Labelled[], surface: Surface): PlacedLabel[] {
  let order = labelled;
  let [best, fewest] = [[] as PlacedLabel[], Infinity];
  for (let deal = 0; deal < MOST_DEALS; deal++) {
    const placed = dealOut(order, surface);
    const keys = new Set(placed.map(({ key }) => key));
    const missing = order.filter(({ key, needed }) => needed && !keys.has(key));
    if (missing.length < fewest) [best, fewest] = [placed, missing.length];
    const [first] = missing;
    if (!first || order[0] === first) break;
    order = [first, ...order.filter((label) => label !== first)];
  }
  return best;
}

function dealOut(labelled: readonly Labelled[], surface: Surface): PlacedLabel[] {
  const taken = new Occupied(48);
  for (const obstacle of surface.obstacles) taken.add(obstacle);
  const placed: PlacedLabel[] = [];
  for (const label of labelled) {
    if (placed.length >= (surface.most ?? Infinity)) break;
    const own = { x: label.x, y: label.y, width: 2 * label.radius, height: 2 * label.radius };
    if (surface.crowded && !taken.isFree(own)) continue;
    const place = placeOf(label, taken, surface);
    if (!place) continue;
    taken.add({ ...place, height: place.height + 2 * APART });
    if (surface.crowded) taken.add(own);
    for (const dot of place.leader ? dotsOn(place.leader) : []) taken.add(dot);
    placed.push(place);
  }
  return placed;
}

function placeOf(label: Labelled, taken: Occupied, surface: Surface): PlacedLabel | undefined {
  const area = areaOf(label, surface);
  const free = (side: Side) => freePlace(label, side, taken, area);
  if (label.side) {
    const kept = free(label.side);
    if (kept || label.movable === false) return kept;
  }
  return (
    cheapest(SIDES, free, (place, side) => WORSE[side] + crossings(place, surface.lines)) ??
    cheapest(
      sidesAway(label.reach ?? 0),
      free,
      (place) => lengthOf(place) / 6 + crossings(place, surface.lines),
    )
  );
}

function freePlace(label: Labelled, side: Side, taken: Occupied, area: Box): PlacedLabel | undefined {
  const box = boxOn(side, label);
  if (!isInside(box, area) || !taken.isFree(box)) return undefined;
  const leader = leaderOf(side, label, box);
  if (!leader) return { ...box, key: label.key, side };
  const own = { x: label.x, y: label.y, width: 0, height: 0 };
  const blocked = taken
    .near(boundsOf(leader))
    .some((other) => !overlap(other, own) && crosses(leader, other));
  return blocked ? undefined : { ...box, key: label.key, side, leader };
}

function cheapest<S extends Side>(
  sides: readonly S[],
  free: (side: S) => PlacedLabel | undefined,
  costOf: (place: PlacedLabel, side: S) => number,
): PlacedLabel | undefined {
  let [best, least] = [undefined as PlacedLabel | undefined, Infinity];
  for (const side of sides) {
    const place = free(side);
    const cost = place ? costOf(place, side) : Infinity;
    if (cost < least) [best, least] = [place, cost];
  }
  return best;
}

/** Where a label may be: in the free area when its node is there, else anywhere on the canvas. */
function areaOf({ x, y }: Labelled, { canvas, free }: Surface): Box {
  const at = { x, y, width: 0, height: 0 };
  return free && isInside(at, free) ? free : wholeOf(canvas);
}

/** The canvas as a box. */
export function wholeOf({ width, height }: Size): Box {
  return { x: width / 2, y: height / 2, width, height };
}

/** Whether a box lies wholly in another. */
export function isInside({ x, y, width, height }: Box, area: Box): boolean {
  return (
    2 * Math.abs(x - area.x) + width <= area.width + 1e-6 &&
    2 * Math.abs(y - area.y) + height <= area.height + 1e-6
  );
}

function crossings(box: Box, lines: readonly Line[]): number {
  let sum = 0;
  for (const { piece, weight } of lines) if (crosses(piece, box)) sum += weight;
  return sum;
}

function lengthOf({ leader }: PlacedLabel): number {
  return leader ? Math.hypot(leader[2] - leader[0], leader[3] - leader[1]) : 0;
}
