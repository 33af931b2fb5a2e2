import { colourOf, type Swatch } from '../looks/swatch.ts';
import type { Theme } from '../looks/theme.ts';
import type { LegendRow } from '../scene/legend.ts';
import { text } from './draw-writing.ts';
import { linesOf, widthOf } from './lettering.ts';
import { element, round } from './markup.ts';

const SIZE = 12;
const ROW = 22;
/** Between a mark and its words, between words, and between one entry and the next, in pixels. */
const [BESIDE, BETWEEN, GAP] = [6, 5, 18];

/** A legend that is laid out: how high it is, how many of its entries had no room, and its markup from some place on. */
export interface LaidLegend {
  height: number;
  leftOut: number;
  at: (x: number, y: number) => string;
}

interface Place {
  entry: LegendRow;
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
  entries: readonly LegendRow[],
  theme: Theme,
  width: number,
  height = Infinity,
): LaidLegend {
  const most = Math.max(1, Math.floor(height / ROW));
  const all = placesOf(entries, width);
  const { places, leftOut } =
    rowsOf(all) <= most ? { places: all, leftOut: 0 } : cutDown(entries, width, most);
  const rows = rowsOf(places);
  return {
    height: rows * ROW,
    leftOut,
    at: (x, y) =>
      places
        .map(({ entry, x: left, row }) => drawEntry(entry, x + left, y + (row + 0.5) * ROW, theme))
        .join(''),
  };
}

/** What of a legend has room in some rows: of what matters less as much as the rest leaves room for. */
function cutDown(
  entries: readonly LegendRow[],
  width: number,
  rows: number,
): { places: Place[]; leftOut: number } {
  const minor = entries.filter((entry) => entry.minor);
  for (let without = 1; without <= minor.length; without += 1) {
    const out = new Set(minor.slice(-without));
    const places = placesOf(
      entries.filter((entry) => !out.has(entry)),
      width,
    );
    if (rowsOf(places) < rows || without === minor.length) return within(places, rows, without);
  }
  return within(placesOf(entries, width), rows, 0);
}

function placesOf(entries: readonly LegendRow[], width: number): Place[] {
  let [left, row] = [0, 0];
  return entries.map((each) => {
    const entry = shortened(each, Math.max(SIZE, width - markOf(each) - SIZE));
    const heavy = isHeading(entry);
    const wide = markOf(entry) + titleWidth(entry) + (entry.more ? BETWEEN + widthOf(entry.more, SIZE) : 0);
    if (left > 0 && (heavy || left + wide > width)) [left, row] = [0, row + 1];
    const place = { entry, x: left, row };
    left += wide + GAP;
    return place;
  });
}

/** An entry whose words have room in a width. */
function shortened(entry: LegendRow, width: number): LegendRow {
  const cut = (words: string, room: number, heavy = false) => {
    const [line = ''] = linesOf(words, SIZE, Math.max(SIZE, room), heavy);
    return line.length >= words.trim().length ? words : `${line} …`;
  };
  const title = cut(entry.title, width, isHeading(entry));
  const { more, ...rest } = entry;
  return { ...rest, title, ...(more && { more: cut(more, width - titleWidth({ title }) - BETWEEN) }) };
}

function isHeading({ swatch }: LegendRow): boolean {
  return swatch === undefined;
}

function titleWidth(entry: LegendRow): number {
  return widthOf(entry.title, SIZE, isHeading(entry));
}

function rowsOf(places: readonly Place[]): number {
  return (places.at(-1)?.row ?? -1) + 1;
}

/**
 * What of a legend has room in some rows, the last of which tells how much has none.
 * @param before So many entries were left out before.
 */
function within(
  places: readonly Place[],
  rows: number,
  before: number,
): { places: Place[]; leftOut: number } {
  const kept = places.filter(({ row }) => row < rows - 1);
  // Nothing would follow it.
  for (let last = kept.at(-1); last && isHeading(last.entry); last = kept.at(-1)) kept.pop();
  const leftOut = before + places.slice(kept.length).filter(({ entry }) => !isHeading(entry)).length;
  const title = kept.length > 0 ? `and ${leftOut} more, that do not fit` : 'No room for the legend';
  const row = (kept.at(-1)?.row ?? -1) + 1;
  return { places: [...kept, { entry: { title }, x: 0, row }], leftOut };
}

/** How wide the mark of an entry is, with the room behind it. */
function markOf({ swatch }: LegendRow): number {
  return swatch ? swatch.width + BESIDE : 0;
}

function drawEntry(entry: LegendRow, x: number, y: number, theme: Theme): string {
  const style = isHeading(entry)
    ? { fill: theme.textMuted, 'font-weight': 600 }
    : { fill: theme.label, 'font-weight': 400 };
  const words = { 'font-size': SIZE, 'text-anchor': 'start' };
  const left = x + markOf(entry);
  const more = entry.more
    ? text(entry.more, left + titleWidth(entry) + BETWEEN, y, { ...words, fill: theme.textMuted })
    : '';
  return (
    (entry.swatch ? drawSwatch(entry.swatch, x, y, theme) : '') +
    text(entry.title, left, y, { ...words, ...style }) +
    more
  );
}

function drawSwatch({ pieces }: Swatch, x: number, y: number, theme: Theme): string {
  const drawn = pieces.map(({ name, attributes, fill, stroke }) =>
    element(name, {
      ...attributes,
      fill: fill ? colourOf(theme, fill) : 'none',
      ...(stroke && { stroke: colourOf(theme, stroke) }),
    }),
  );
  return element('g', { transform: `translate(${round(x)} ${round(y)})` }, drawn.join(''));
}
