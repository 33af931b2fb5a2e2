import type { View } from '../view/view.ts';
import { type Bounds, boundsOf } from './bounds.ts';
import type { Position } from './position.ts';

export interface Size {
  width: number;
  height: number;
}
/** How far overlays reach into the canvas from each side, in pixels. */
export interface Insets {
  top: number;
  right: number;
  bottom: number;
  left: number;
}
export type CameraView = NonNullable<View['camera']>;

/** What is shown: the layout position in the middle of the free area, and pixels per layout unit. */
export interface Framing extends Position {
  scale: number;
}

/** Kept free for labels and shapes around the outermost nodes, in pixels. */
const ROOM = { side: 64, top: 26, bottom: 44 };
/** Between the outermost line and the border of the free area, in pixels. */
const BESIDE_LINES = 8;
/** Small graphs are not blown up beyond this on a window of the width layouts are made for. */
const MOST_SCALE = 1.5;
const USUAL = { width: 1280, height: 800 };

/** The part of the canvas that no overlay covers; never less than a fifth of it. */
export function freeArea(size: Size, insets: Insets): Size & { x: number; y: number } {
  const width = Math.max(size.width / 5, size.width - insets.left - insets.right);
  const height = Math.max(size.height / 5, size.height - insets.top - insets.bottom);
  return { width, height, x: insets.left + width / 2, y: insets.top + height / 2 };
}

/**
 * The framing that shows all of the positions in the free area, with room for labels around them; and all that lines
 * reach, which need no such room.
 *
 * @param lines Points of lines at a scale: loops are as large as their nodes.
 */
export function fitTo(
  positions: Iterable<Position>,
  size: Size,
  insets: Insets,
  lines: (scale: number) => Iterable<Position> = () => [],
): Framing {
  const nodes = boundsOf(positions);
  if (nodes.left > nodes.right) return { x: 0, y: 0, scale: 1 };
  const free = freeArea(size, insets);
  const side = Math.min(ROOM.side, free.width / 14);
  let framing = fitBounds(nodes, free, side);
  const spare = (room: number) => Math.max(0, room - BESIDE_LINES) / framing.scale;
  const [beside, over, under] = [spare(side), spare(ROOM.top), spare(ROOM.bottom)];
  for (let time = 0; time < 3; time += 1) {
    const { left, right, bottom, top } = boundsOf(lines(framing.scale));
    const all = {
      left: Math.min(nodes.left, left + beside),
      right: Math.max(nodes.right, right - beside),
      bottom: Math.min(nodes.bottom, bottom + under),
      top: Math.max(nodes.top, top - over),
    };
    const next = fitBounds(all, free, side);
    if (next.scale === framing.scale && next.x === framing.x && next.y === framing.y) break;
    framing = next;
  }
  return framing;
}

function fitBounds({ left, right, bottom, top }: Bounds, free: Size, side: number): Framing {
  const across = (free.width - 2 * side) / Math.max(1, right - left);
  const down = Math.max(20, free.height - ROOM.top - ROOM.bottom) / Math.max(1, top - bottom);
  const most = MOST_SCALE * Math.max(1, free.width / USUAL.width);
  const scale = Math.min(most, across, down);
  return {
    x: (left + right) / 2,
    y: (bottom + top) / 2 - (ROOM.bottom - ROOM.top) / 2 / scale,
    scale,
  };
}

/**
 * Pixels per layout unit at a camera ratio of 1. It depends on the window alone, so that a view's camera
 * shows about the same on any window, and the same whatever is filtered out.
 *
 * @param seen What of the layout is to have room at that ratio, in layout units.
 */
function naturalScale(size: Size, insets: Insets, seen: Size = USUAL): number {
  const free = freeArea(size, insets);
  return Math.min(free.width / seen.width, free.height / seen.height);
}

/**
 * What a camera of ratio 1 showed its author, in layout units: all of the usual room, and as much more as their
 * window had to the sides or up and down.
 *
 * @param aspect Width by height of the free part of that window; as of the usual room where it is not known.
 */
function seenAt(aspect = USUAL.width / USUAL.height): Size {
  return aspect > USUAL.width / USUAL.height
    ? { width: USUAL.height * aspect, height: USUAL.height }
    : { width: USUAL.width, height: USUAL.width / aspect };
}

/** A framing as the view keeps it. */
export function toView(framing: Framing, size: Size, insets: Insets): CameraView {
  const rounded = (value: number) => Math.round(value * 100) / 100 + 0;
  const ratio = Math.round((naturalScale(size, insets) / framing.scale) * 1e4) / 1e4;
  const { width, height } = freeArea(size, insets);
  return {
    x: rounded(framing.x),
    y: rounded(framing.y),
    ratio: Math.min(1e3, Math.max(1e-3, ratio)),
    aspect: Math.min(100, Math.max(0.01, Number((width / height).toPrecision(4)))),
  };
}

/** The framing of a view's camera: all that its author saw, as large as there is room for. */
export function fromView({ x, y, ratio, aspect }: CameraView, size: Size, insets: Insets): Framing {
  return { x, y, scale: naturalScale(size, insets, seenAt(aspect)) / ratio };
}

/** Whether two views' cameras are the same, or both absent. */
export function sameCamera(a: View['camera'], b: View['camera']): boolean {
  if (a === undefined || b === undefined) return a === b;
  return a.x === b.x && a.y === b.y && a.ratio === b.ratio && a.aspect === b.aspect;
}

/**
 * How much nodes and lines grow with the scale: less than the distances between them. In a plain picture
 * of thousands they may become much smaller.
 */
export function itemScale(scale: number, plain: boolean): number {
  return Math.min(2, Math.max(plain ? 0.25 : 0.72, Math.sqrt(scale)));
}

/** How much larger than usual a view's text is. */
const TEXT_SIZES = { small: 0.85, large: 1.35, largest: 1.8 } as const;

/**
 * The sizes of names, of types of edges and of names of groups, in pixels: they grow with the scale a little, and with
 * the room of the picture, as a larger one is looked at from further away.
 *
 * @param free What is free for the picture.
 * @param text What the view says.
 */
export function lettering(scale: number, free: Size, text?: View['textSize']) {
  const room = Math.sqrt(Math.max(1, Math.min(free.width / 760, free.height / 620)));
  const name = Math.min(19, Math.max(11.5, 12 * scale ** 0.3)) * room * (text ? TEXT_SIZES[text] : 1);
  return { name, type: 0.85 * name, title: 1.15 * name };
}
