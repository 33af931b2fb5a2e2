import { LABEL_STYLES, type Shape } from '../../../server/contract/style.ts';
import { edgeMarks } from '../edge-marks.ts';
import { dashesOf, type EdgeLook, edgeLook, primaryLabel } from '../look.ts';
import type { PictureLooks } from '../looks.ts';
import { byText } from '../random.ts';
import type { Theme } from '../theme.ts';
import { drawShape } from './draw-nodes.ts';
import { text } from './draw-writing.ts';
import { widthOf } from './lettering.ts';
import { element, round } from './markup.ts';
import type { Scene, SceneEdge } from './scene.ts';

/** One entry of a legend. */
export type LegendEntry =
  | { kind: 'node'; title: string; shape: Shape; fill?: number | undefined }
  | { kind: 'edge'; title: string; look: EdgeLook };

const SIZE = 12;
const ROW = 22;
const [GLYPH, LINE, GAP] = [20, 42, 18];

/** What the marks of a scene mean: only what is in it. */
export function legendOf(
  { nodes, edges }: Pick<Scene, 'nodes' | 'edges'>,
  { key, shapeKey, widthKey = [] }: PictureLooks,
): LegendEntry[] {
  const shapes = new Map(nodes.map(({ node, shape }) => [primaryLabel(node.attributes.labels), shape]));
  const labels = [...shapes].sort(([a], [b]) => byText(a, b));
  return [
    ...(shapeKey
      ? shapeKey.map(({ shape, title }): LegendEntry => ({ kind: 'node', title, shape }))
      : labels.map(([label, shape]): LegendEntry => ({ kind: 'node', title: titleOf(label), shape }))),
    ...key.map(({ title, fill }): LegendEntry => ({ kind: 'node', title, shape: 'circle', fill })),
    ...edgeEntries(edges),
    ...widthKey.map(
      ({ width, title }): LegendEntry => ({
        kind: 'edge',
        title,
        look: { ...edgeLook({ sign: 0, properties: {} }), width },
      }),
    ),
  ];
}

function titleOf(label: string): string {
  if (Object.hasOwn(LABEL_STYLES, label)) return LABEL_STYLES[label]?.plural ?? label;
  return label || 'Without label';
}

function edgeEntries(edges: readonly SceneEdge[]): LegendEntry[] {
  const has = (test: (edge: SceneEdge) => boolean) => edges.some(test);
  const sign = (wanted: number) => (edge: SceneEdge) => edge.edge.attributes.sign === wanted;
  const of = (wanted: -1 | 0 | 1) => edgeLook({ sign: wanted, properties: {} });
  const entries: (LegendEntry | false)[] = [
    has(sign(1)) && { kind: 'edge', title: 'Support', look: of(1) },
    has(sign(-1)) && { kind: 'edge', title: 'Opposition', look: of(-1) },
    has(sign(0)) && { kind: 'edge', title: 'Neither', look: of(0) },
    ...edgeMarks(edges.map(({ edge }) => edge.attributes)).map((mark) => ({
      kind: 'edge' as const,
      ...mark,
    })),
  ];
  return entries.filter((entry) => entry !== false);
}

/** A legend in rows of some width; gives its markup from `x`, `y` on, and how high it is. */
export function drawLegend(
  entries: readonly LegendEntry[],
  theme: Theme,
  width: number,
): { height: number; at: (x: number, y: number) => string } {
  let [left, row] = [0, 0];
  const places = entries.map((entry) => {
    const wide = (entry.kind === 'node' ? GLYPH : LINE) + widthOf(entry.title, SIZE) + GAP;
    if (left > 0 && left + wide > width) [left, row] = [0, row + 1];
    const place = { entry, x: left, y: row * ROW + ROW / 2 };
    left += wide;
    return place;
  });
  const height = entries.length > 0 ? (row + 1) * ROW : 0;
  return {
    height,
    at: (x, y) => places.map((place) => drawEntry(place.entry, x + place.x, y + place.y, theme)).join(''),
  };
}

function drawEntry(entry: LegendEntry, x: number, y: number, theme: Theme): string {
  const title = (at: number) =>
    text(entry.title, at, y, { 'font-size': SIZE, fill: theme.label, 'text-anchor': 'start' });
  if (entry.kind === 'node') {
    const fill =
      (entry.fill === undefined ? undefined : theme.palette[entry.fill]) ?? theme.fills[entry.shape];
    return drawShape(entry.shape, x + 7, y, 5.5, { fill }) + title(x + GLYPH);
  }
  const { look } = entry;
  const colour = theme[look.colour];
  const width = Math.max(1.5, look.width);
  const line = element('path', {
    d: `M${round(x + 1)},${round(y)}h27`,
    stroke: colour,
    'stroke-width': width,
    'stroke-linecap': 'round',
    'stroke-dasharray': dashesOf(look.pattern, width).map(round).join(' ') || undefined,
  });
  const head = element('path', { d: `M${round(x + 29)},${round(y - 3.5)}l7,3.5l-7,3.5Z`, fill: colour });
  const mark = look.contested
    ? element('circle', { cx: x + 14, cy: y, r: 6, fill: theme.ground, stroke: colour }) +
      text('?', x + 14, y, { 'font-size': 9.5, 'font-weight': 700, fill: colour, 'text-anchor': 'middle' })
    : '';
  return line + head + mark + title(x + LINE);
}
