import { EntenteError } from '../../core/model/errors.ts';
import { withCubicCurves } from './curves.ts';
import { type Element, readElements } from './elements.ts';

/** An outline that is filled, stroked or both. Lengths are in the pixels of the picture. */
export interface Outline {
  /** As the `d` of an SVG path, of the commands M, L, C and Z. */
  path: string;
  fill?: Paint & { evenOdd: boolean };
  stroke?: Paint & Line;
  /** Whether the stroke lies under the fill. */
  strokeFirst: boolean;
}

export interface Paint {
  /** `#rrggbb` */
  colour: string;
  /** 0 to 1. */
  opacity: number;
}

interface Line {
  width: number;
  cap: 'butt' | 'round' | 'square';
  join: 'miter' | 'round' | 'bevel';
  miterLimit: number;
  /** Lengths of dashes and gaps in turn; none for an unbroken line. */
  dashes: number[];
  dashOffset: number;
}

/** What lies over one another: outlines, and groups moved or cut off together. */
export type Shape = Outline | Group;

export interface Group {
  /** As the `matrix` of SVG. */
  matrix?: number[];
  /** What is outside of all these is not drawn. */
  clips: string[];
  shapes: Shape[];
}

export interface Shapes {
  width: number;
  height: number;
  shapes: Shape[];
}

/** All that is understood. What else there is would be drawn wrong if it were passed over. */
const KNOWN: Readonly<Record<string, readonly string[]>> = {
  svg: ['width', 'height', 'viewBox', 'xmlns', 'xmlns:xlink'],
  defs: [],
  clipPath: ['id'],
  g: ['id', 'transform', 'clip-path'],
  path: [
    ...['id', 'd', 'transform', 'paint-order', 'fill', 'fill-opacity', 'fill-rule', 'clip-rule', 'stroke'],
    ...['stroke-opacity', 'stroke-width', 'stroke-linecap', 'stroke-linejoin', 'stroke-miterlimit'],
    ...['stroke-dasharray', 'stroke-dashoffset'],
  ],
};

/**
 * Reads a picture that resvg has simplified: in it all is paths, letters too.
 *
 * @throws EntenteError `not_implemented`, naming what of it cannot be drawn
 */
export function readShapes(simplified: string): Shapes {
  const document = readElements(simplified);
  check(document);
  const [width, height] = [number(document, 'width', 0), number(document, 'height', 0)];
  const { viewBox = `0 0 ${width} ${height}` } = document.attributes;
  if (viewBox !== `0 0 ${width} ${height}`) throw unknown(`a viewBox of ${viewBox}`);
  const clips = clipsOf(document);
  return { width, height, shapes: document.inner.flatMap((each) => shapesOf(each, clips)) };
}

function check({ name, attributes, inner }: Element): void {
  const known = Object.hasOwn(KNOWN, name) ? KNOWN[name] : undefined;
  if (!known) throw unknown(`the element ${name}`);
  const other = Object.keys(attributes).find((each) => !known.includes(each));
  if (other) throw unknown(`${other} of ${name}`);
  inner.forEach(check);
}

function clipsOf(document: Element): Map<string, string> {
  const defined = document.inner.filter(({ name }) => name === 'defs').flatMap(({ inner }) => inner);
  return new Map(
    defined.map(({ name, attributes, inner: [path, ...more] }) => {
      if (name !== 'clipPath') throw unknown(`the definition of a ${name}`);
      const isPlain = path?.name === 'path' && more.length === 0 && !path.attributes.transform;
      if (!isPlain || path.attributes['clip-rule'] === 'evenodd')
        throw unknown('a clipPath of several parts');
      return [`url(#${attributes.id})`, withCubicCurves(path.attributes.d ?? '')];
    }),
  );
}

function shapesOf(element: Element, clips: ReadonlyMap<string, string>): Shape[] {
  const { name, attributes, inner } = element;
  if (name === 'defs') return [];
  if (name === 'path') {
    const outline = outlineOf(element);
    const matrix = matrixOf(element);
    return matrix ? [{ matrix, clips: [], shapes: [outline] }] : [outline];
  }
  if (name !== 'g') throw unknown(`${name} among what is drawn`);
  const shapes = inner.flatMap((each) => shapesOf(each, clips));
  const matrix = matrixOf(element);
  const reference = attributes['clip-path'];
  const clip = reference === undefined ? undefined : clips.get(reference);
  if (reference !== undefined && clip === undefined) throw unknown(`the clip-path ${reference}`);
  if (!matrix && clip === undefined) return shapes;
  return [{ ...(matrix && { matrix }), clips: clip === undefined ? [] : [clip], shapes }];
}

function matrixOf({ attributes: { transform } }: Element): number[] | undefined {
  if (transform === undefined) return undefined;
  const found = /^matrix\(([^)]+)\)$/.exec(transform)?.[1];
  const numbers =
    found
      ?.trim()
      .split(/[\s,]+/)
      .map(Number) ?? [];
  if (numbers.length === 6 && numbers.every(Number.isFinite)) return numbers;
  throw unknown(`the transform ${transform}`);
}

function outlineOf(element: Element): Outline {
  const { d = '', fill = '#000000', stroke = 'none', ...rest } = element.attributes;
  const order = rest['paint-order'] ?? 'normal';
  const paint = (colour: string, of: 'fill' | 'stroke'): Paint => {
    if (!/^#[0-9a-f]{6}$/.test(colour)) throw unknown(`the ${of} ${colour}`);
    return { colour, opacity: number(element, `${of}-opacity`, 1) };
  };
  return {
    path: withCubicCurves(d),
    ...(fill !== 'none' && {
      fill: { ...paint(fill, 'fill'), evenOdd: rest['fill-rule'] === 'evenodd' },
    }),
    ...(stroke !== 'none' && { stroke: { ...paint(stroke, 'stroke'), ...lineOf(element) } }),
    strokeFirst: order.startsWith('stroke'),
  };
}

function lineOf(element: Element): Line {
  const { attributes } = element;
  const dashes = (attributes['stroke-dasharray'] ?? 'none').split(/[\s,]+/).map(Number);
  return {
    width: number(element, 'stroke-width', 1),
    cap: oneOf(element, 'stroke-linecap', ['butt', 'round', 'square'] as const),
    join: oneOf(element, 'stroke-linejoin', ['miter', 'round', 'bevel'] as const),
    miterLimit: number(element, 'stroke-miterlimit', 4),
    dashes: dashes.every(Number.isFinite) ? dashes : [],
    dashOffset: number(element, 'stroke-dashoffset', 0),
  };
}

function oneOf<T extends string>({ attributes }: Element, name: string, choices: readonly [T, ...T[]]): T {
  const given = attributes[name] ?? choices[0];
  const choice = choices.find((each) => each === given);
  if (choice) return choice;
  throw unknown(`the ${name} ${given}`);
}

function number({ attributes }: Element, name: string, normal: number): number {
  const value = Number(attributes[name] ?? normal);
  if (Number.isFinite(value)) return value;
  throw unknown(`the ${name} ${attributes[name]}`);
}

function unknown(what: string): EntenteError {
  const message = `The picture has ${what}, which cannot be written as PDF yet. Take it as SVG.`;
  return new EntenteError('not_implemented', message);
}
