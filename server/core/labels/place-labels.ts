import { type Box, overlap } from '../geometry/box.ts';
import type { Size } from '../geometry/frame.ts';
import { crosses, type Segment } from '../geometry/geometry.ts';
import { Occupied } from '../geometry/occupied.ts';
import {
  type Anchored,
  AWAY,
  BEYOND,
  boxOn,
  FAR,
  gapTo,
  type Mark,
  nodeBox,
  type Side,
  sidesOf,
  TOUCHING,
  worseOf,
} from './label-sides.ts';
import { dotsOn, pointerOf } from './pointer.ts';

/** A node on the canvas whose label is to be placed. All lengths in pixels, y downwards. */
export interface Labelled extends Anchored {
  key: string;
  /** The side it had before, to be kept where that is possible. */
  side?: Side | undefined;
  /** Whether any other side than the one before will do. */
  movable?: boolean;
  /** Whether it is to have a place in any case: further off where there is none at its node, with a pointer to it. */
  needed?: boolean;
}

/** A label that has its place: `x` and `y` are the middle of its box. */
export interface PlacedLabel extends Box {
  key: string;
  side: Side;
  /** From the rim of its node to its box, where it is not right beside it. */
  pointer?: Segment;
}

/** A straight piece of an edge, and how much it matters that no label lies over it. */
export interface Line {
  piece: Segment;
  weight: number;
}

/** What no label may cover: a box, or only what the sides of a smaller shape in it enclose. */
export interface Obstacle extends Box {
  sides?: readonly Segment[];
}

/** What labels are placed among. */
export interface Surface {
  canvas: Size;
  /** The part of the canvas that no overlay covers; labels of nodes in it stay in it. */
  free?: Box;
  /** All nodes on the canvas: no label covers one, nor is nearer to it than to its own. */
  marks: Iterable<Mark>;
  /** What else no label may cover: ends of edges, signs on them, titles and controls. */
  obstacles: readonly Obstacle[];
  lines: readonly Line[];
  /** How many labels are placed at most. */
  most?: number;
}

/** Between one label and the next under it, in pixels: closer, the two read as one name of more lines. */
const APART = 4;
/** How much further off any other node is from a label than its own, in pixels and as a multiple. */
const [FURTHER, TIMES] = [1.5, 1.2];
/** So many labels are put further off with a pointer at most: more of them hide the picture. */
const MOST_POINTERS = 24;
/** So many others make room for a label at most. */
const MOST_MOVED = 2;

interface Field extends Surface {
  nodes: Occupied<Outlined>;
  taken: Occupied<Obstacle>;
  placed: Chosen[];
}
/** A mark in the box about it, with the sides of its shape. */
type Outlined = Mark & Obstacle & { sides: readonly Segment[] };
/** A label that may be placed, with all its places at its node, the best first. */
interface Waiting {
  label: Labelled;
  choices: readonly PlacedLabel[];
}
interface Chosen extends Waiting {
  place: PlacedLabel;
}

/**
 * Gives labels their places, the first of `labelled` choosing first: beside its node, nearer to it than to any other,
 * over no node, no other label and no end of an edge, crossed by as few lines as can be. One that is left without
 * has others make room that have another place. What then has none is left out, unless it is `needed`.
 */
export function placeLabels(labelled: readonly Labelled[], surface: Surface): PlacedLabel[] {
  const nodes = new Occupied<Outlined>(48);
  for (const mark of surface.marks) nodes.add({ ...nodeBox(mark), sides: sidesOf(mark) });
  const field: Field = { ...surface, nodes, taken: new Occupied(48, surface.obstacles), placed: [] };
  const { placed, most = Infinity } = field;
  let pointers = 0;
  const left: Waiting[] = [];
  for (const label of labelled) {
    if (placed.length >= most) break;
    const waiting = choicesOf(label, field);
    const { choices, free } = waiting;
    if (!free && squeezeIn(waiting, field)) continue;
    const place = free ?? (label.needed && pointers < MOST_POINTERS ? placeAway(label, field) : undefined);
    if (place) placed.push({ label, place, choices });
    else left.push(waiting);
    if (!place?.pointer) continue;
    pointers += 1;
    for (const dot of dotsOn(place.pointer)) field.taken.add(dot);
  }
  for (const each of left) if (placed.length < most) squeezeIn(each, field);
  return placed.map(({ place }) => place);
}

/**
 * The lawful places of a label at its node, whatever other labels there are, the best first; and the first of them
 * that no other label is in. Those beyond the ends of edges are looked at where there is none nearer.
 */
function choicesOf(label: Labelled, field: Field): Waiting & { free?: PlacedLabel | undefined } {
  const { key, side: before } = label;
  const area = areaOf(label, field);
  // All that any of the places may have to do with.
  const reach = 2 * (label.radius * 2 + (label.ring ?? 0) + FAR);
  const round = { x: label.x, y: label.y, width: 2 * label.width + reach, height: 2 * label.height + reach };
  const nodes = field.nodes.under(round);
  const taken = field.taken.under(round);
  const lines = field.lines.filter(({ piece }) => crosses(piece, round));
  const near = field.placed.filter(({ place }) => overlap(place, round));
  const own = sidesOf(label);
  const choices: PlacedLabel[] = [];
  const lookAt = (sides: readonly Side[]) => {
    const found: { cost: number; place: PlacedLabel }[] = [];
    for (const side of sides) {
      const isAway = side.startsWith('away');
      const box = isAway ? broughtInto(area, boxOn(side, label)) : boxOn(side, label);
      if (!isInside(box, area) || !isClear(box, taken)) continue;
      if (!isAway && !isNearest(box, label, own, nodes)) continue;
      found.push({
        cost: side === before ? -1 : worseOf(side) + crossings(box, lines),
        place: { ...box, key, side, ...(isAway && { pointer: pointerOf(label, box) }) },
      });
    }
    found.sort((a, b) => a.cost - b.cost);
    for (const { place } of found) choices.push(place);
    return found.find(({ place }) => hitsOf(place, near).length === 0)?.place;
  };
  if (before && label.movable === false) return { label, choices, free: lookAt([before]) };
  const free = lookAt(before ? [before, ...TOUCHING] : TOUCHING) ?? lookAt(BEYOND);
  return { label, choices, free };
}

/** Whether a label at its own node is over no other, and further from every other. */
function isNearest(
  place: Box,
  label: Labelled,
  own: readonly Segment[],
  nodes: readonly Outlined[],
): boolean {
  const gap = gapTo(place, label, own);
  const apart = Math.max(gap + FURTHER, gap * TIMES);
  const room = grown(place, apart);
  for (const other of nodes)
    if (overlap(other, room) && other.key !== label.key && gapTo(place, other, other.sides) < apart)
      return false;
  return true;
}

/** The nearest place further off that covers nothing; its pointer crosses no node if that can be. */
function placeAway(label: Labelled, { nodes, taken, placed, ...surface }: Field): PlacedLabel | undefined {
  const area = areaOf(label, surface);
  let crossing: PlacedLabel | undefined;
  for (const side of AWAY) {
    const at = broughtInto(area, boxOn(side, label));
    const box = grown(at, 1);
    if (!isInside(at, area) || !isClear(box, taken.under(box)) || !nodes.isFree(box)) continue;
    const place = { ...at, key: label.key, side, pointer: pointerOf(label, at) };
    if (hitsOf(place, placed).length > 0) continue;
    const crossed = dotsOn(place.pointer).flatMap((dot) => nodes.under(dot));
    if (crossed.every(({ key }) => key === label.key)) return place;
    crossing ??= place;
  }
  return crossing;
}

/** Places a label where those in its way have another place to go to; whether there was such a place. */
function squeezeIn({ label, choices }: Waiting, { placed, taken }: Field): boolean {
  // Pointers came since.
  const isFree = (place: PlacedLabel) => isClear(place, taken.under(place));
  for (const place of choices) {
    const hits = hitsOf(place, placed);
    if (hits.length > MOST_MOVED || !isFree(place)) continue;
    const moves = [place];
    const gaveWay = hits.every((hit) => {
      const elsewhere =
        hit.label.movable !== false &&
        hit.choices.find(
          (other) =>
            !moves.some((move) => overlap(move, roomOf(other))) &&
            hitsOf(other, placed).every((each) => each === hit) &&
            isFree(other),
        );
      return elsewhere && moves.push(elsewhere);
    });
    if (!gaveWay) continue;
    hits.forEach((hit, at) => {
      hit.place = moves[at + 1] ?? hit.place;
    });
    placed.push({ label, place, choices });
    return true;
  }
  return false;
}

/** The labels that a place would be over, or too close to. */
function hitsOf(place: PlacedLabel, placed: readonly Chosen[]): Chosen[] {
  const room = roomOf(place);
  const hits: Chosen[] = [];
  for (const each of placed) if (overlap(each.place, room)) hits.push(each);
  return hits;
}

function roomOf(place: PlacedLabel): Box {
  return { ...place, height: place.height + 2 * APART };
}

function isClear(box: Box, taken: readonly Obstacle[]): boolean {
  for (const each of taken)
    if (overlap(each, box) && (each.sides?.some((side) => crosses(side, box)) ?? true)) return false;
  return true;
}

function grown<B extends Box>(box: B, by: number): B {
  return { ...box, width: box.width + 2 * by, height: box.height + 2 * by };
}

/** Where a label may be: in the free area when its node is there, else anywhere on the canvas. */
function areaOf({ x, y }: Labelled, { canvas, free }: Pick<Surface, 'canvas' | 'free'>): Box {
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

/** A box moved into an area as far as it has to be. */
function broughtInto(area: Box, box: Box): Box {
  const held = (at: number, size: number, middle: number, room: number) =>
    Math.min(Math.max(at, middle - (room - size) / 2), middle + (room - size) / 2);
  const { width, height } = box;
  return {
    x: held(box.x, width, area.x, area.width),
    y: held(box.y, height, area.y, area.height),
    width,
    height,
  };
}

function crossings(box: Box, lines: readonly Line[]): number {
  let sum = 0;
  for (const { piece, weight } of lines) if (crosses(piece, box)) sum += weight;
  return sum;
}
