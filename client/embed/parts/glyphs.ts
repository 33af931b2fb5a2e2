import { cornersOf, type EdgeLook, PATTERNS } from '../../../server/core/looks/look.ts';
import type { Shape } from '../../../server/core/model/style.ts';
import { drawing } from './element.ts';

/** The shape of a node as in the picture; decoration, so it needs words beside it. */
export function nodeGlyph(shape: Shape, fill = `var(--fill-${shape})`): SVGElement {
  const corners = cornersOf(shape);
  const points = corners?.map(([x, y]) => `${(x * 5).toFixed(2)},${(y * 5).toFixed(2)}`).join(' ');
  const outline = points ? drawing('polygon', { points }) : drawing('circle', { r: 5 });
  outline.style.fill = fill;
  return drawing('svg', { class: 'glyph', viewBox: '-8 -8 16 16', 'aria-hidden': 'true' }, outline);
}

/** A size of nodes beside others, smaller than in the picture; decoration too. */
export function sizeGlyph(radius: number): SVGElement {
  const circle = drawing('circle', { r: radius });
  circle.style.fill = 'var(--text-muted)';
  return drawing('svg', { class: 'glyph-size', viewBox: '-16 -16 32 32', 'aria-hidden': 'true' }, circle);
}

/** The line of an edge as in the picture; decoration too. */
export function edgeGlyph({ colour, pattern, width, contested }: EdgeLook): SVGElement {
  const line = drawing('line', {
    ...{ x1: 2, y1: 8, x2: 27, y2: 8 },
    'stroke-width': Math.max(1.5, width),
    'stroke-dasharray': PATTERNS[pattern].join(' ') || undefined,
    'stroke-linecap': 'round',
  });
  const head = drawing('path', { d: 'M27 4.5 34 8l-7 3.5z' });
  const value = `var(--${colour.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)})`;
  line.style.stroke = value;
  head.style.fill = value;
  const mark = contested ? [questionMark(value)] : [];
  const box = { class: 'glyph-line', viewBox: '0 0 36 16', 'aria-hidden': 'true' };
  return drawing('svg', box, line, head, ...mark);
}

/** The mark of a contested claim, as it stands on the line. */
function questionMark(colour: string): SVGElement {
  const ring = drawing('circle', { cx: 14, cy: 8, r: 6 });
  ring.style.fill = 'var(--ground)';
  ring.style.stroke = colour;
  const sign = drawing('text', {
    x: 14,
    y: 11.3,
    'font-size': 9.5,
    'font-weight': 700,
    'text-anchor': 'middle',
  });
  sign.textContent = '?';
  sign.style.fill = colour;
  return drawing('g', {}, ring, sign);
}
