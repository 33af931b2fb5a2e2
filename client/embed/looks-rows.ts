import { edgeLook } from '../graph/look.ts';
import { groupingOf } from '../state/groups.ts';
import {
  colourMeaning,
  groupingMeaning,
  shapeMeaning,
  sizeMeaning,
  widthMeaning,
} from '../state/meanings.ts';
import { nodeLooks } from '../state/node-looks.ts';
import type { ExplorerState } from '../state/store.ts';
import { edgeGlyph, nodeGlyph } from './glyphs.ts';
import { row } from './legend-row.ts';

/** Rows on what places, sizes, colours, shapes and widths mean, where that is not the usual. */
export function looksRows(state: ExplorerState): HTMLElement[] {
  const { size = 'degree', colour, shape, width } = state.view;
  const { key, shapeKey = [], widthKey = [] } = nodeLooks(state);
  const fill = colour === undefined ? undefined : 'var(--text-muted)';
  const said = (what: string, title: string) => row(undefined, `${what}: ${title.toLowerCase()}`);
  const line = edgeLook({ sign: 0, properties: {} });
  return [
    ...placesRow(state),
    ...(size === 'degree' ? [] : [said('Size', sizeMeaning(size).title)]),
    ...(colour === undefined ? [] : [said('Colour', colourMeaning(colour).title)]),
    ...key.map(({ fill: at, title }) => row(nodeGlyph('circle', `var(--palette-${at})`), title)),
    ...(shape === undefined ? [] : [said('Shape', shapeMeaning(shape).title)]),
    ...shapeKey.map((each) => row(nodeGlyph(each.shape, fill), each.title)),
    ...(width === undefined ? [] : [said('Width', widthMeaning(width).title)]),
    ...widthKey.map((each) => row(edgeGlyph({ ...line, width: each.width }), each.title)),
  ];
}

function placesRow({ view }: ExplorerState): HTMLElement[] {
  const grouping = groupingOf(view);
  if (grouping) return [row(undefined, `Places: ${groupingMeaning(grouping).title.toLowerCase()}`)];
  return view.layout === 'hierarchy' ? [row(undefined, 'Places: relations lead down')] : [];
}
