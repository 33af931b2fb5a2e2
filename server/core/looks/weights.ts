import { itemScale } from '../geometry/frame.ts';
import type { Graph } from '../model/graph.ts';
import type { EdgeLook } from './look.ts';
import { colourOf } from './swatch.ts';
import type { Theme } from './theme.ts';

/** Above this many nodes and edges a picture is plain: straight, unbroken and thin lines, and smaller nodes. */
export const MOST_RICH = 2000;
/** No line is thinner, in pixels. */
export const LEAST_LINE = 0.45;
/** How much of a line's colour the ground takes in a plain picture: thousands in full would hide the nodes. */
const PLAIN_MIX = 0.55;
/** How wide lines are beside those of the legend, which tell their pattern in one short stroke. */
const LINE = 0.625;
/** How much smaller nodes are in a plain picture, and how wide a line is there that is selected or pointed at. */
const [PLAIN_SIZE, PLAIN_RAISED] = [0.7, 1];
/** How much wider a selected line is, in pixels. */
const SELECTED = 0.8;

/** Whether a graph is drawn plainly. */
export function isPlain({ nodes, edges }: Pick<Graph, 'nodes' | 'edges'>): boolean {
  return nodes.length + edges.length > MOST_RICH;
}

/**
 * Pixels per layout unit of radii.
 *
 * @param scale Pixels per layout unit of places.
 */
export function nodeScale(scale: number, plain: boolean): number {
  return itemScale(scale, plain) * plainSize(plain);
}

/** How large a node is drawn, as a share of its size. */
export function plainSize(plain: boolean): number {
  return plain ? PLAIN_SIZE : 1;
}

/** How a line is drawn besides its look. */
export interface Raised {
  plain: boolean;
  selected: boolean;
  /** Whether it is selected or in emphasis. */
  raised: boolean;
  /** By how much emphasis widens it, in pixels. */
  lift?: number;
}

/** By how much a line in emphasis is wider, in pixels; a path that was found is drawn strongly. */
export const LIFT = { usual: 0.3, path: 1.4 };

/** The width of a line in pixels at natural size; it grows as nodes do, and is never less than {@link LEAST_LINE}. */
export function lineWidth({ width }: EdgeLook, { plain, selected, raised, lift = 0 }: Raised): number {
  if (plain) return raised ? PLAIN_RAISED : LEAST_LINE;
  return LINE * width + (selected ? SELECTED : 0) + lift;
}

/**
 * The colour of a line.
 *
 * @param opacity Of the lines of a plain picture, see `lineOpacity`.
 */
export function lineColour(
  { colour }: EdgeLook,
  theme: Theme,
  { plain, raised }: Raised,
  opacity = 1,
): string {
  const full = colourOf(theme, colour);
  return plain && !raised ? mix(full, theme.ground, plainMix(opacity)) : full;
}

/** How much of the colour of a plain line the ground takes: less, the more of it shows through. */
export function plainMix(opacity: number): number {
  return PLAIN_MIX * opacity;
}

/** How long the piece of line is that holds a mark, by the mark: a broken line alone would leave it afloat. */
export const MARK_HOLD = 1.9;

/** The heads of arrows, by their length and width as multiples of the line's width. */
export const HEADS = {
  arrow: { length: 3.8, width: 3.4 },
  /** Of thin lines: at the same share it would be too small. */
  slimArrow: { length: 7, width: 6 },
  none: { length: 0, width: 0 },
} as const;

/** The head that points at an edge's target; a band's edges may lead both ways. */
export function headOf({ width, band }: EdgeLook): keyof typeof HEADS {
  if (band) return 'none';
  return width < 1.4 ? 'slimArrow' : 'arrow';
}

/** Mixes two `#rrggbb` colours: 0 gives the first, 1 the second. */
export function mix(from: string, to: string, share: number): string {
  if (share <= 0) return from;
  if (share >= 1) return to;
  const channel = (colour: string, at: number) => Number.parseInt(colour.slice(at, at + 2), 16);
  const mixed = [1, 3, 5].map((at) =>
    Math.round(channel(from, at) * (1 - share) + channel(to, at) * share)
      .toString(16)
      .padStart(2, '0'),
  );
  return `#${mixed.join('')}`;
}
