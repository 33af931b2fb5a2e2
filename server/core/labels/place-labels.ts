import { type Box, overlap } from '../geometry/box.ts';
import type { Size } from '../geometry/frame.ts';
import { crosses, type Segment } from '../geometry/geometry.ts';
import { Occupied } from '../geometry/occupied.ts';
import {
  type Anchored,
  AWAY,
  boxOn,
  gapTo,
  type Mark,
  nodeBox,
  SIDES,
  type Side,
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

interface Field extends Surface {
  nodes: Occupied<Box & { key: string; mark: Mark }>;
  taken: Occupied<Obstacle>;
  placed: Map<string, Chosen>;
}
interface Chosen {
  label: Labelled;
  place: PlacedLabel;
  /** All its places at its node, the best first. */
  choices: readonly PlacedLabel[];
}

/**
 * Gives labels their places, the first of `labelled` choosing first: beside its node, nearer to it than to any other,
 * over no node, no other label and no end of an edge, crossed by as few lines as can be. One that is left without
 * has others make room that have another place. What then has none is left out, unless it is `needed`.
 */
export function placeLabels(labelled: readonly Labelled[], surface: Surface): PlacedLabel[] {
  const field: Field = {
    ...surface,
    nodes: new Occupied(
      48,
      [...surface.marks].map((mark) => ({ ...nodeBox(mark), key: mark.key, mark })),
    ),
    taken: new Occupied(48, surface.obstacles),
    placed: new Map(),
  };
  const { placed, most = Infinity } = field;
  let pointers = 0;
  const left: Omit<Chosen, 'place'>[] = [];
  for (const label of labelled) {
    if (placed.size >= most) break;
    const choices = choicesOf(label, field);
    const free = choices.find((place) => hitsOf(place, placed).length === 0);
    if (!free && squeezeIn({ label, choices }, field)) continue;
    const place = free ?? (label.needed && pointers < MOST_POINTERS ? placeAway(label, field) : undefined);
    if (!place) {
      left.push({ label, choices });
      continue;
    }
    placed.set(label.key, { label, place, choices });
    if (!place.pointer) continue;
    pointers += 1;
    for (const dot of dotsOn(place.pointer)) field.taken.add(dot);
  }
  for (const each of left) if (placed.size < most) squeezeIn(each, field);
  return [...placed.values()].map(({ place }) => place);
}

/** The lawful places of a label at its node, whatever other labels there are, the best first. */
function choicesOf(label: Labelled, field: Field): PlacedLabel[] {
  const sides = label.side ? (label.movable === false ? [label.side] : [label.side, ...SIDES]) : SIDES;
  const area = areaOf(label, field);
  const choices = sides.flatMap((side, at) => {
    const place = { ...boxOn(side, label), key: label.key, side };
    if (!isInside(place, area) || !isClear(place, field.taken)) return [];
    if (side.startsWith('away')) return [{ ...place, cost: 0, pointer: pointerOf(label, place) }];
    if (!isNearest(place, label, field)) return [];
    const kept = label.side !== undefined && at === 0;
    return [{ ...place, cost: kept ? -1 : worseOf(side) + crossings(place, field.lines) }];
  });
  return choices.sort((a, b) => a.cost - b.cost).map(({ cost: _, ...place }) => place);
}

/** Whether a label at its own node is over no other, and further from every other. */
function isNearest(place: PlacedLabel, label: Labelled, { nodes }: Field): boolean {
  const gap = gapTo(place, label);
  const apart = Math.max(gap + FURTHER, gap * TIMES);
  return nodes.isFree(grown(place, apart), (other) => other.key === label.key || gapTo(place, other.mark) >= apart);
}

/** The nearest place further off that covers nothing; its pointer crosses no node if that can be. */
function placeAway(label: Labelled, field: Field): PlacedLabel | undefined {
  const area = areaOf(label, field);
  let crossing: PlacedLabel | undefined;
  for (const side of AWAY) {
    const box = grown(boxOn(side, label), 1);
    if (!isInside(box, area) || !isClear(box, field.taken) || !field.nodes.isFree(box)) continue;
    const place = { ...boxOn(side, label), key: label.key, side, pointer: pointerOf(label, box) };
    if (hitsOf(place, field.placed).length > 0) continue;
    const others = ({ key }: { key: string }) => key === label.key;
    if (dotsOn(place.pointer).every((dot) => field.nodes.isFree(dot, others))) return place;
    crossing ??= place;
  }
  return crossing;
}

/** Places a label where those in its way have another place to go to; whether there was such a place. */
function squeezeIn({ label, choices }: Omit<Chosen, 'place'>, { placed, taken }: Field): boolean {
  for (const place of choices) {
    if (!isClear(place, taken)) continue;
    const moved = new Map(placed).set(label.key, { label, place, choices });
    const gaveWay = hitsOf(place, placed).every((hit) => {
      const elsewhere = hit.choices.find(
        (other) => isClear(other, taken) && hitsOf(other, moved).every(({ label: { key } }) => key === hit.label.key),
      );
      if (elsewhere) moved.set(hit.label.key, { ...hit, place: elsewhere });
      return elsewhere !== undefined && hit.label.movable !== false;
    });
    if (!gaveWay) continue;
    for (const [key, each] of moved) placed.set(key, each);
    return true;
  }
  return false;
}

function isClear(box: Box, taken: Occupied<Obstacle>): boolean {
  return taken.isFree(box, ({ sides }) => sides !== undefined && !sides.some((side) => crosses(side, box)));
}

/** The labels that a place would be over, or too close to. */
function hitsOf(place: PlacedLabel, placed: ReadonlyMap<string, Chosen>): Chosen[] {
  const room = { ...place, height: place.height + 2 * APART };
  const hits: Chosen[] = [];
  for (const each of placed.values()) if (overlap(each.place, room)) hits.push(each);
  return hits;
}

function grown<B extends Box>(box: B, by: number): B {
  return { ...box, width: box.width + 2 * by, height: box.height + 2 * by };
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
