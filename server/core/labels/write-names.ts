import type { Box } from '../geometry/box.ts';
import type { Size } from '../geometry/frame.ts';
import type { Position } from '../geometry/position.ts';
import { type Ended, endOf } from './ends.ts';
import { apart, TITLE_GAP } from './group-titles.ts';
import { type Mark, nodeBox, type Side } from './label-sides.ts';
import { linesOf, MOST_LABELS, MOST_TRIED, marksOn, RINGED, typesOn } from './on-edges.ts';
import { isInside, type PlacedLabel, placeLabels, wholeOf } from './place-labels.ts';
import { LINE_HEIGHT } from './text.ts';

/** An edge as what is written near it needs it. */
export interface NamedEdge extends Ended {
  key: string;
  type: string;
}

/** A node whose name is to be written. */
export interface Asked<T extends Size> {
  node: Mark;
  /** Its name, as it is written. */
  text: T;
  /** Selected, searched, walked to or pointed at: it is named in any case. */
  chosen: boolean;
  /** The side that its name is on already. */
  side?: Side | undefined;
  /** Whether it may be on no other. */
  stays?: boolean;
}

/** What is written among. All lengths in pixels, y downwards. */
export interface Writable<E extends NamedEdge, T extends Size> {
  size: Size;
  /** The part that no overlay covers, and what lies over it all the same. */
  free: Box;
  controls: readonly Box[];
  /** Pixels per layout unit. */
  scale: number;
  /** Whether there are thousands, among which hardly any name has room at its node. */
  plain: boolean;
  /** Those on the canvas, and those whose marks may reach into it. */
  nodes: readonly Mark[];
  /** None where there are too many to keep off them. */
  edges: readonly E[];
  /** Names of groups; `y` is the upper end of the topmost node. */
  titles: readonly (Position & { title: string })[];
  /** Those to be named, the most important first. */
  asked: readonly Asked<T>[];
  /** Edges whose types are written, and bands. */
  typed: readonly E[];
  /** Sizes of names, of types and of titles of groups. */
  sizes: Readonly<Record<Words, number>>;
  widthOf(text: string, words: Words): number;
  /** Whether all is in motion, when nothing is weighed. */
  moving?: boolean;
}
export type Words = 'name' | 'type' | 'title';

/** So many names are given room off their nodes in a picture of thousands, the most important. */
const CALLED = 8;

/** Everything that is written into a picture, so placed that nothing covers anything else. */
export function writeNames<E extends NamedEdge, T extends Size>(options: Writable<E, T>) {
  const { size, free, controls, scale, plain, nodes, edges, asked, sizes, widthOf } = options;
  const boxes = nodes.map(nodeBox);
  const inside = (box: Box) => isInside(box, free);
  const marks = marksOn(edges, boxes, scale).filter(inside);
  const high = sizes.title * LINE_HEIGHT;
  const titles = apart(
    options.titles.map(({ title, x, y }) => ({
      text: title,
      x,
      y: y - TITLE_GAP - high / 2,
      width: widthOf(title, 'title') + 6,
      height: high,
    })),
  );
  const taken = [...edges.map(endOf), ...marks, ...titles, ...controls];
  const texts = new Map(asked.map(({ node, text }) => [node.key, text]));
  const canvas = wholeOf(size);
  const here = asked.filter(({ node: { x, y } }) => isInside({ x, y, width: 0, height: 0 }, canvas));
  const placed = placeLabels(
    here.slice(0, MOST_TRIED).map(({ node, text: { width, height }, chosen, side, stays }, at) => ({
      ...node,
      ring: chosen ? RINGED : 0,
      width,
      height,
      side,
      movable: !stays,
      needed: chosen || (plain && at < CALLED),
    })),
    {
      canvas: size,
      free,
      marks: nodes,
      obstacles: taken,
      lines: options.moving ? [] : linesOf(edges),
      most: MOST_LABELS,
    },
  );
  const labels = placed.map((place): T & PlacedLabel => ({ ...(texts.get(place.key) as T), ...place }));
  const { typed } = options;
  const types = typesOn([...typed.filter(isBand), ...typed.filter((edge) => !isBand(edge))], {
    size: sizes.type,
    widthOf: (words) => widthOf(words, 'type'),
    taken: [...labels, ...taken, ...boxes],
    isInside: inside,
    edges: edges.length > 0 ? edges : typed,
  });
  return { labels, marks, titles, types };
}

function isBand({ look }: NamedEdge): boolean {
  return Boolean(look.band);
}
