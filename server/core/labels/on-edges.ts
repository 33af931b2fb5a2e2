import { type Box, overlap } from '../geometry/box.ts';
import { itemScale } from '../geometry/frame.ts';
import { crosses, type DrawnPath, pointOn, segmentsOf } from '../geometry/geometry.ts';
import { Occupied } from '../geometry/occupied.ts';
import type { EdgeLook } from '../looks/look.ts';
import { amount, typeInWords } from '../words/words.ts';
import type { Line } from './place-labels.ts';
import { LINE_HEIGHT } from './text.ts';

/** So many labels are placed at most, of so many nodes, among the lines of so many edges; so many types are named. */
export const [MOST_LABELS, MOST_TRIED, MOST_LINES, MOST_TYPES] = [160, 500, 400, 60];
/** How far rings reach beyond their node, in pixels. */
export const RINGED = 6;
/** From this radius on a node's name is heavy, in layout units. */
export const HEAVY_FROM = 10;
/** Side of the mark of a contested claim at natural size, in pixels; at a smaller scale marks would hide the picture. */
const [MARK, LEAST_MARKED] = [13, 0.4];
/** How much worse it is to write over a line that carries a sign than over another. */
const SIGNED_WEIGHT = 2.5;
/** How far other lines are from the type of an edge at least, in pixels. */
const ASIDE = 2;
/** Where on its line the type of an edge is tried, in turn. */
const SHARES = [0.5, 0.4, 0.6, 0.45, 0.55, 0.35, 0.65, 0.3, 0.7, 0.25, 0.75, 0.2, 0.8];

/** An edge as what is written near it needs it. */
export interface Along {
  path: DrawnPath;
  look: EdgeLook;
}

/** The lines of edges in straight pieces, as labels keep off them. */
export function linesOf(edges: readonly Along[]): Line[] {
  return edges.flatMap(({ path, look }) => {
    const weight = look.colour.startsWith('neutral') ? 1 : SIGNED_WEIGHT;
    return segmentsOf(path).map((piece) => ({ piece, weight }));
  });
}

/** Where the marks of contested edges lie that touch no node. */
export function marksOn<E extends Along>(
  edges: readonly E[],
  nodes: readonly Box[],
  scale: number,
): (Box & { edge: E })[] {
  if (scale < LEAST_MARKED) return [];
  const side = MARK * Math.min(1.4, itemScale(scale, false));
  return edges
    .filter(({ look }) => look.contested)
    .flatMap((edge) => {
      const { x, y } = pointOn(edge.path, 0.5);
      const box = { edge, x, y, width: side, height: side };
      return nodes.some((node) => overlap(node, box)) ? [] : [box];
    });
}

interface TypeOptions<E> {
  size: number;
  widthOf: (words: string) => number;
  taken: readonly Box[];
  isInside: (box: Box) => boolean;
  /** All edges that there are lines of. */
  edges: readonly E[];
}

/**
 * The types of edges in words on their lines, where there is room and no other line runs through them; how many edges a
 * band is drawn for also where one does.
 */
export function typesOn<E extends Along & { key: string; type: string }>(
  named: readonly E[],
  { size, widthOf, taken, isInside, edges }: TypeOptions<E>,
): (Box & { edge: E; text: string })[] {
  const occupied = new Occupied(48, taken);
  const pieces = edges.flatMap(({ key, path }) => segmentsOf(path).map((piece) => ({ key, piece })));
  return named.slice(0, MOST_TYPES).flatMap((edge) => {
    const { band } = edge.look;
    const text = band ? amount(band, 'edge') : typeInWords(edge.type);
    const room = { width: widthOf(text) + 6, height: size * LINE_HEIGHT };
    const boxes = SHARES.map((share) => ({ edge, text, ...pointOn(edge.path, share), ...room })).filter(
      (box) => isInside(box) && occupied.isFree(box),
    );
    const isClear = (box: Box) => {
      const around = { ...box, width: box.width + 2 * ASIDE, height: box.height + 2 * ASIDE };
      return !pieces.some(({ key, piece }) => key !== edge.key && crosses(piece, around));
    };
    const box = boxes.find(isClear) ?? (band ? boxes[0] : undefined);
    if (!box) return [];
    occupied.add(box);
    return [box];
  });
}
