import { edgeMarks } from '../looks/edge-marks.ts';
import { dashesOf, type EdgeLook, edgeLook, primaryLabel } from '../looks/look.ts';
import type { PictureLooks } from '../looks/looks.ts';
import { type LooksRow, looksKey } from '../looks/looks-key.ts';
import type { Theme } from '../looks/theme.ts';
import { LABEL_STYLES, type Shape } from '../model/style.ts';
import { byText } from '../numbers/random.ts';
import { drawShape } from './draw-nodes.ts';
import { text } from './draw-writing.ts';
import { linesOf, widthOf } from './lettering.ts';
import { element, round } from './markup.ts';
import type { Scene, SceneEdge } from './scene.ts';

/** One entry of a legend. */
export type LegendEntry =
  | { kind: 'node'; title: string; shape: Shape }
  | { kind: 'edge'; title: string; look: EdgeLook }
  | LooksRow;

const SIZE = 12;
const ROW = 22;
const [GLYPH, LINE, GAP] = [20, 42, 18];
/** How much smaller sizes of nodes are than in layout units, so that the largest has room in a row. */
const SIZES = 0.6;

/** What the marks of a scene mean: only what is in it. */
export function legendOf(
  { nodes, edges }: Pick<Scene, 'nodes' | 'edges'>,
  looks: PictureLooks,
): LegendEntry[] {
  const shapes = new Map(nodes.map(({ node, shape }) => [primaryLabel(node.attributes.labels), shape]));
  const labels = [...shapes].sort(([a], [b]) => byText(a, b));
  return [
    ...(looks.shapeKey
      ? []
      : labels.map(([label, shape]): LegendEntry => ({ kind: 'node', title: titleOf(label), shape }))),
    ...edgeEntries(edges),
    ...looksKey(looks),
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
    has(sign(0)) && { kind: 'edge', title: 'Other edges', look: of(0) },
    ...edgeMarks(edges.map(({ edge }) => edge.attributes)).map((mark) => ({
      kind: 'edge' as const,
      ...mark,
    })),
  ];
  return entries.filter((entry) => entry !== false);
}

/** A legend that is laid out: how high it is, how many of its entries had no room, and its markup from some place on. */
export interface LaidLegend {
  height: number;
  leftOut: number;
  at: (x: number, y: number) => string;
}

interface Place {
  entry: LegendEntry;
  x: number;
  row: number;
}

/**
 * A legend in rows of some width, each heading at the beginning of one. What is wider than a row is cut, with an
 * ellipsis; of what needs more rows than there is height for, the last row says how much that is.
 *
 * @param height At most, in pixels, but for one row.
 */
export function drawLegend(
  entries: readonly LegendEntry[],
  theme: Theme,
  width: number,
  height = Infinity,
): LaidLegend {
  const coloured = entries.some(({ kind }) => kind === 'colour');
  const { places, leftOut } = within(placesOf(entries, width), Math.max(1, Math.floor(height / ROW)));
  const rows = (places.at(-1)?.row ?? -1) + 1;
  return {
    height: rows * ROW,
    leftOut,
    at: (x, y) =>
      places
        .map(({ entry, x: left, row }) => drawEntry(entry, x + left, y + (row + 0.5) * ROW, theme, coloured))
        .join(''),
  };
}

function placesOf(entries: readonly LegendEntry[], width: number): Place[] {
  let [left, row] = [0, 0];
  return entries.map((each) => {
    const heavy = each.kind === 'heading';
    const [title = ''] = linesOf(each.title, SIZE, Math.max(SIZE, width - markOf(each) - SIZE), heavy);
    const isWhole = title.length >= each.title.trim().length;
    const entry = { ...each, title: isWhole ? each.title : `${title} …` };
    const wide = markOf(entry) + widthOf(entry.title, SIZE, heavy);
    if (left > 0 && (heavy || left + wide > width)) [left, row] = [0, row + 1];
    const place = { entry, x: left, row };
    left += wide + GAP;
    return place;
  });
}

/** What of a legend has room in some rows, the last of which tells how much has none. */
function within(places: readonly Place[], rows: number): { places: Place[]; leftOut: number } {
  if ((places.at(-1)?.row ?? 0) < rows) return { places: [...places], leftOut: 0 };
  const kept = places.filter(({ row }) => row < rows - 1);
  // Nothing would follow it.
  while (kept.at(-1)?.entry.kind === 'heading') kept.pop();
  const leftOut = places.slice(kept.length).filter(({ entry }) => entry.kind !== 'heading').length;
  const title = kept.length > 0 ? `and ${leftOut} more, that do not fit` : 'No room for the legend';
  const row = (kept.at(-1)?.row ?? -1) + 1;
  return { places: [...kept, { entry: { kind: 'heading', title }, x: 0, row }], leftOut };
}

/** How wide the mark of an entry is, with the room behind it. */
function markOf({ kind }: LegendEntry): number {
  if (kind === 'heading') return 0;
  if (kind === 'size') return GLYPH + 5;
  return kind === 'edge' || kind === 'width' ? LINE : GLYPH;
}

/** @param coloured Whether colours mean something else than shapes, which then have none. */
function drawEntry(entry: LegendEntry, x: number, y: number, theme: Theme, coloured: boolean): string {
  const title = text(entry.title, x + markOf(entry), y, {
    'font-size': SIZE,
    ...(entry.kind === 'heading' ? { fill: theme.textMuted, 'font-weight': 600 } : { fill: theme.label }),
    'text-anchor': 'start',
  });
  return drawMark(entry, x, y, theme, coloured) + title;
}

function drawMark(entry: LegendEntry, x: number, y: number, theme: Theme, coloured: boolean): string {
  switch (entry.kind) {
    case 'heading':
      return '';
    case 'edge':
      return drawLine(entry.look, Math.max(1.5, entry.look.width), x, y, theme);
    case 'width':
      return drawLine(edgeLook({ sign: 0, properties: {} }), entry.width, x, y, theme);
    case 'size':
      return drawShape('circle', x + 9, y, entry.radius * SIZES, { fill: theme.textMuted });
    case 'colour':
      return drawShape('circle', x + 7, y, 5.5, { fill: theme.palette[entry.fill] ?? theme.textMuted });
    default:
      return drawShape(entry.shape, x + 7, y, 5.5, {
        fill: coloured ? theme.textMuted : theme.fills[entry.shape],
      });
  }
}

function drawLine(look: EdgeLook, width: number, x: number, y: number, theme: Theme): string {
  const colour = theme[look.colour];
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
  return line + head + mark;
}
