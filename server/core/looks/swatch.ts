import type { Shape } from '../model/style.ts';
import { dashesOf, type EdgeLook, edgeLook } from './look.ts';
import { cornersOf } from './shapes.ts';
import type { Theme } from './theme.ts';

/** What something is painted in: a colour of a theme, the fill of a shape, or a place in the palette. */
export type Paint = Exclude<keyof Theme, 'fills' | 'palette'> | `fill-${Shape}` | `palette-${number}`;

/** A piece of a swatch, as SVG has it. */
export interface Piece {
  name: 'circle' | 'polygon' | 'path';
  attributes: Readonly<Record<string, string | number>>;
  fill?: Paint;
  stroke?: Paint;
}

/** A mark as a legend shows it, in pixels: from 0 on to the right, as high above its middle as below. */
export interface Swatch {
  width: number;
  height: number;
  pieces: readonly Piece[];
}

/** Middle and radius of the shape of a node; how much smaller sizes are than in layout units, to have room in a row. */
const [MIDDLE, RADIUS, SIZES] = [7, 5.5, 0.6];
/** The least width of a line whose pattern is to be told. */
const LEAST = 1.5;

/** The shape of a node in a colour. */
export function shapeSwatch(shape: Shape, fill: Paint = `fill-${shape}`): Swatch {
  return { width: 14, height: 14, pieces: [{ ...outline(shape, MIDDLE, RADIUS), fill }] };
}

/** The ring round a node that is selected, or pointed at. */
export function ringSwatch(stroke: 'selected' | 'hovered'): Swatch {
  const ring = {
    ...outline('circle', MIDDLE, RADIUS),
    attributes: { cx: MIDDLE, cy: 0, r: RADIUS, 'stroke-width': 2 },
  };
  const node = { ...outline('circle', MIDDLE, RADIUS / 2), fill: 'textMuted' as const };
  return { width: 14, height: 14, pieces: [node, { ...ring, stroke }] };
}

/** A size of nodes beside others. */
export function sizeSwatch(radius: number, fill: Paint = 'textMuted'): Swatch {
  return { width: 20, height: 20, pieces: [{ ...outline('circle', 10, radius * SIZES), fill }] };
}

/** A width of lines beside others, in pixels. */
export function widthSwatch(width: number): Swatch {
  return lineSwatch(edgeLook({ sign: 0, properties: {} }), width);
}

/** The line of an edge. */
export function edgeSwatch(look: EdgeLook): Swatch {
  return lineSwatch(look, Math.max(LEAST, look.width));
}

/** Many edges in one line. */
export function bandSwatch(): Swatch {
  const [line] = widthSwatch(6).pieces;
  return { width: 36, height: 14, pieces: line ? [line] : [] };
}

/** Lines that are paler as they are many, and stronger where they lie over one another. */
export function denseSwatch(): Swatch {
  const stroke = edgeLook({ sign: 0, properties: {} }).colour;
  const pieces = ['M1 -6L35 6', 'M1 -2L35 2', 'M1 2L35 -2', 'M1 6L35 -6'].map(
    (d): Piece => ({ name: 'path', attributes: { d, 'stroke-width': 1.5, 'stroke-opacity': 0.4 }, stroke }),
  );
  return { width: 36, height: 14, pieces };
}

function lineSwatch({ colour, pattern, contested }: EdgeLook, width: number): Swatch {
  const dashes = dashesOf(pattern).join(' ');
  const line = { d: 'M1 0h27', 'stroke-width': width };
  const pieces: Piece[] = [
    {
      name: 'path',
      attributes: { ...line, ...(dashes ? { 'stroke-dasharray': dashes } : { 'stroke-linecap': 'round' }) },
      stroke: colour,
    },
    { name: 'path', attributes: { d: 'M29 -3.5l7 3.5l-7 3.5Z' }, fill: colour },
  ];
  if (contested)
    pieces.push(
      { name: 'circle', attributes: { cx: 14, cy: 0, r: 6 }, fill: 'ground', stroke: colour },
      {
        name: 'path',
        attributes: { d: QUESTION, 'stroke-width': 1.2, 'stroke-linecap': 'round' },
        stroke: colour,
      },
    );
  return { width: 36, height: 14, pieces };
}

/** A question mark, whatever fonts there are. */
const QUESTION = 'M12.3 -1.4a1.7 1.7 0 1 1 2.7 1.3c-.7 .4 -1 .7 -1 1.3M14 3v.1';

function outline(shape: Shape, x: number, radius: number): Pick<Piece, 'name' | 'attributes'> {
  const corners = cornersOf(shape);
  if (!corners) return { name: 'circle', attributes: { cx: x, cy: 0, r: radius } };
  const points = corners.map(
    ([right, down]) => `${(x + right * radius).toFixed(2)},${(down * radius).toFixed(2)}`,
  );
  return { name: 'polygon', attributes: { points: points.join(' ') } };
}

/** A paint in the colours of a theme. */
export function colourOf(theme: Theme, paint: Paint): string {
  const [kind, name = ''] = paint.split('-');
  if (kind === 'fill') return theme.fills[name as Shape];
  if (kind === 'palette') return theme.palette[Number(name)] ?? theme.textMuted;
  return theme[paint as Exclude<keyof Theme, 'fills' | 'palette'>];
}

/** A paint as the style sheet of both themes names it. */
export function cssColour(paint: Paint): string {
  return `var(--${kebab(paint)})`;
}

/** `textMuted` is `text-muted`. */
export function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
