import type { Position } from '../../../../server/core/geometry/position.ts';
import { cornersOf } from '../../../../server/core/looks/shapes.ts';
import type { Shape } from '../../../../server/core/model/style.ts';

/** A rectangle by its middle, as names are written in. */
interface Rectangle extends Position {
  width: number;
  height: number;
}

/** What is on a picture, as a reader sees it. All lengths in pixels, y downwards. */
export interface Seen {
  marks: readonly (Position & { key: string; radius: number; shape: Shape })[];
  names: readonly (Rectangle & { key: string; pointer?: readonly [number, number, number, number] })[];
  /** Lines of edges, in points close to each other. */
  lines: readonly { key: string; points: readonly Position[] }[];
  /** Heads of edges, by their corners. */
  heads: readonly (readonly Position[])[];
  /** The types of edges in words. */
  types: readonly (Rectangle & { key: string })[];
}

/** Points all along the outline of a shape, at most so many pixels apart. */
const STEP = 0.7;
/** No corner of a shape is further from its middle, in radii; no head of an edge is longer, in pixels. */
const [REACH, LONGEST] = [1.6, 80];

/**
 * What is wrong with the places of names, in words: by what is drawn alone, whoever placed them and how. A name that
 * points at its node by a wedge belongs to it by that, and is held to all else.
 */
export function misplaced({ marks, names, lines, heads, types }: Seen): string[] {
  const outlines = new Map(marks.map((mark) => [mark.key, outlineOf(mark)]));
  const ends = heads.map(between);
  const wrong: string[] = [];
  names.forEach((name, at) => {
    const own = far(name, outlines.get(name.key) ?? []);
    for (const mark of marks) {
      const { key } = mark;
      if (far(name, [mark]) > own + REACH * mark.radius) continue;
      const away = far(name, outlines.get(key) ?? []);
      if (away === 0) wrong.push(`${name.key} is across ${key}`);
      else if (key !== name.key && away <= own && !name.pointer)
        wrong.push(`${name.key} is ${own.toFixed(1)} from its own node and ${away.toFixed(1)} from ${key}`);
    }
    if (ends.some((end) => far(name, end.slice(0, 1)) < LONGEST && far(name, end) === 0))
      wrong.push(`${name.key} is over an end`);
    for (const other of names.slice(at + 1))
      if (touches(name, other)) wrong.push(`${name.key} is over ${other.key}`);
  });
  types.forEach((type, at) => {
    const own = lines.find(({ key }) => key === type.key)?.points ?? [];
    if (far(type, own) > 0) wrong.push(`the type of ${type.key} is off its line`);
    for (const { key, points } of lines)
      if (key !== type.key && far(type, points) === 0) wrong.push(`the type of ${type.key} is over ${key}`);
    for (const [key, outline] of outlines)
      if (far(type, outline) === 0) wrong.push(`the type of ${type.key} is across ${key}`);
    for (const other of [...names, ...types.slice(at + 1)])
      if (touches(type, other)) wrong.push(`the type of ${type.key} is over ${other.key}`);
  });
  return wrong;
}

function outlineOf({ x, y, radius, shape }: Seen['marks'][number]): Position[] {
  const corners = cornersOf(shape);
  if (corners)
    return between(corners.map(([right, low]) => ({ x: x + radius * right, y: y + radius * low })));
  const steps = Math.ceil((2 * Math.PI * radius) / STEP);
  return Array.from({ length: steps }, (_, at) => {
    const angle = (2 * Math.PI * at) / steps;
    return { x: x + radius * Math.cos(angle), y: y + radius * Math.sin(angle) };
  });
}

/** Points along the sides between corners. */
function between(corners: readonly Position[]): Position[] {
  return corners.flatMap((from, at) => {
    const to = corners[(at + 1) % corners.length] ?? from;
    const steps = Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / STEP);
    return Array.from({ length: steps }, (_, step) => ({
      x: from.x + ((to.x - from.x) * step) / steps,
      y: from.y + ((to.y - from.y) * step) / steps,
    }));
  });
}

/** How far a rectangle is from the nearest of some points; 0 where one is in it. */
function far({ x, y, width, height }: Rectangle, points: readonly Position[]): number {
  let least = Infinity;
  for (const point of points) {
    const beside = Math.max(0, Math.abs(point.x - x) - width / 2);
    const over = Math.max(0, Math.abs(point.y - y) - height / 2);
    least = Math.min(least, Math.hypot(beside, over));
  }
  return least;
}

function touches(a: Rectangle, b: Rectangle): boolean {
  return (
    Math.abs(a.x - b.x) < (a.width + b.width) / 2 - 0.01 &&
    Math.abs(a.y - b.y) < (a.height + b.height) / 2 - 0.01
  );
}
