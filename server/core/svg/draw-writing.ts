import { middleOf, type Segment } from '../geometry/geometry.ts';
import { flushOf, flushX } from '../labels/label-sides.ts';
import { wedgeOf } from '../labels/pointer.ts';
import { isRightToLeft, LINE_HEIGHT } from '../labels/text.ts';
import { colourOf } from '../looks/swatch.ts';
import type { Theme } from '../looks/theme.ts';
import { MARK_HOLD } from '../looks/weights.ts';
import type { Emphasis } from '../scene/emphasis.ts';
import { FONTS } from './lettering.ts';
import { element, escaped, round } from './markup.ts';
import type { Writing, WrittenLabel } from './writing.ts';

/** How far the middle of small letters is above the line they stand on, in ems; not every program centres by itself. */
const MIDDLE = 0.35;

/** Labels with their leaders, marks of contested claims, types on edges and names of groups. */
export function drawWriting(
  { labels, marks, types, titles, sizes }: Writing,
  theme: Theme,
  emphasis: Emphasis | undefined,
): string {
  const halo = { stroke: theme.halo, 'stroke-linejoin': 'round', 'paint-order': 'stroke' };
  const drawnMarks = marks.map(({ edge, x, y, width }) => {
    const colour =
      emphasis && !emphasis.edges.has(edge.key) ? theme.faded : colourOf(theme, edge.look.colour);
    const size = width * 0.73;
    const [fromX, fromY, toX, toY] = middleOf(edge.path, width * MARK_HOLD).map(round);
    const hold = { class: 'hold', d: `M${fromX},${fromY}L${toX},${toY}`, stroke: colour, 'stroke-width': 1 };
    return (
      element('path', hold) +
      element('circle', { cx: x, cy: y, r: width / 2 - 0.5, fill: theme.ground, stroke: colour }) +
      text('?', x, y, { 'font-size': size, 'font-weight': 700, fill: colour, 'text-anchor': 'middle' })
    );
  });
  const drawnTypes = types.map(({ text: words, x, y }) =>
    text(words, x, y, {
      ...halo,
      'stroke-width': 4,
      'font-size': sizes.type,
      fill: theme.textMuted,
      'text-anchor': 'middle',
    }),
  );
  const drawnTitles = titles.map(({ text: words, x, y }) =>
    text(words, x, y, {
      ...halo,
      'stroke-width': 4,
      'font-size': sizes.title,
      'font-weight': 650,
      fill: theme.textMuted,
      'text-anchor': 'middle',
    }),
  );
  const drawnLabels = labels.map((label) =>
    drawLabel(label, emphasis && !emphasis.nodes.has(label.key) ? faded(theme) : theme, halo),
  );
  const all = [...drawnMarks, ...drawnTitles, ...drawnTypes, ...drawnLabels].join('');
  return element('g', { 'font-family': FONTS }, all);
}

/** The colours of what is written of the rest, while something is in emphasis. */
function faded(theme: Theme): Theme {
  return { ...theme, label: theme.fadedText, textMuted: theme.faded };
}

function drawLabel(label: WrittenLabel, theme: Theme, halo: Readonly<Record<string, string>>): string {
  const { size, lines, heavy, key, pointer } = label;
  const flush = flushOf(label.side);
  const anchor = ({ left: 'start', right: 'end', middle: 'middle' } as const)[flush];
  const x = flushX(label);
  const written = lines.map((line, at) => {
    const y = label.y + (at - (lines.length - 1) / 2) * LINE_HEIGHT * size;
    return text(line, x, y, { 'text-anchor': anchor, 'font-size': size });
  });
  const style = {
    ...halo,
    'stroke-width': Math.min(4, size / 3.2),
    'font-weight': heavy ? 600 : 450,
    fill: theme.label,
  };
  const balloon = pointer ? drawBalloon(label, pointer, theme) : '';
  return element('g', { class: 'label', 'data-key': key }, balloon + element('g', style, written.join('')));
}

/** The plate under a name that stands off its node, with a wedge that points there. */
function drawBalloon(label: WrittenLabel, pointer: Segment, theme: Theme): string {
  const { x, y, width, height } = label;
  const outline = { fill: theme.ground, stroke: theme.textMuted, 'stroke-linejoin': 'round' };
  const at = { x: x - width / 2, y: y - height / 2, width, height };
  const points = wedgeOf(pointer).map((corner) => `${round(corner.x)},${round(corner.y)}`);
  return (
    element('rect', { ...at, rx: 3, ...outline }) +
    element('polygon', { points: points.join(' '), ...outline, fill: theme.textMuted })
  );
}

/** A line of text whose small letters are centred on `y`; one read from the right keeps to the same box. */
export function text(
  line: string,
  x: number,
  y: number,
  attributes: Readonly<Record<string, string | number>>,
): string {
  const size = Number(attributes['font-size'] ?? 12);
  const rtl = isRightToLeft(line);
  const anchor = attributes['text-anchor'];
  const turned = anchor === 'start' ? 'end' : anchor === 'end' ? 'start' : anchor;
  return element(
    'text',
    {
      x,
      y: y + MIDDLE * size,
      ...attributes,
      ...(rtl && { direction: 'rtl', ...(turned !== undefined && { 'text-anchor': turned }) }),
    },
    escaped(line),
  );
}
