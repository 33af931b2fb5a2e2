import { edgeMarks } from '../../../server/core/looks/edge-marks.ts';
import { edgeLook, shapesOf } from '../../../server/core/looks/look.ts';
import type { Sign } from '../../../server/core/model/graph.ts';
import { nodeLooks } from '../../../server/core/picture/find-looks.ts';
import { indexOf, shownGraph } from '../../../server/core/picture/graph-index.ts';
import { looksUsual } from '../../../server/core/picture/usual-looks.ts';
import { capital, labelInWords, typeInWords } from '../../../server/core/words/words.ts';
import type { Close, ExplorerState, ExplorerStore } from '../../state/store.ts';
import { element } from './element.ts';
import { edgeGlyph, nodeGlyph } from './glyphs.ts';
import { row } from './legend-row.ts';

/** At most this many relationship types of one sign are named. */
const NAMED = 4;

const SIGNS: readonly (readonly [Sign, string])[] = [
  [1, 'Support'],
  [-1, 'Opposition'],
  [0, 'Other'],
];

/** Shows what the marks of the picture mean, as far as they are in it, and keeps it up to date. */
export function showLegend(root: HTMLElement, store: ExplorerStore): Close {
  let last: readonly unknown[] = [];
  let [more, asked] = [undefined as MoreRows | undefined, false];
  const load = async () => {
    asked = true;
    more = (await import('./looks-rows.ts')).looksRows;
    show();
  };
  const show = () => {
    const state = store.getState();
    if (!asked && !(looksUsual(state.view) && state.view.layout !== 'hierarchy')) void load();
    const of = [shownGraph(state), nodeLooks(state), state.view, more];
    if (state.graph.state !== 'ready' || of.every((each, at) => each === last[at])) return;
    last = of;
    root.replaceChildren(element('ul', { 'aria-label': 'Legend' }, ...rowsOf(state, more)));
    root.hidden = false;
  };
  show();
  return store.subscribe(show);
}

/** Rows on what is not as usual, by code that is loaded for views that ask for it. */
type MoreRows = (state: ExplorerState) => HTMLElement[];

function rowsOf(state: ExplorerState, more: MoreRows | undefined): HTMLElement[] {
  const graph = shownGraph(state);
  const { colour, shape } = state.view;
  const { counts } = indexOf(graph);
  const shapes = shapesOf(state.graph.state === 'ready' ? state.graph.value.nodes : graph.nodes);
  const fill = colour === undefined ? undefined : 'var(--text-muted)';
  return [
    // Where shapes mean something else, nothing in the picture tells the label.
    ...(shape ? [] : [...counts.label.keys()]).map((label) =>
      row(nodeGlyph(shapes.get(label) ?? 'circle', fill), labelInWords(label)),
    ),
    ...signRows(state),
    ...(more?.(state) ?? []),
  ];
}

function signRows(state: ExplorerState): HTMLElement[] {
  const { edges } = shownGraph(state);
  const rows = SIGNS.flatMap(([sign, title]) => {
    const types = new Set(
      edges.filter((edge) => edge.attributes.sign === sign).map((edge) => edge.attributes.type),
    );
    if (types.size === 0) return [];
    const names = [...types].map(typeInWords);
    const more = names.length > NAMED ? ',\u00a0…' : '';
    const named = `${title}: ${names.slice(0, NAMED).join(', ')}${more}`;
    const words = names.length > 1 ? named : capital(names[0] ?? title);
    return [row(edgeGlyph(edgeLook({ sign, properties: {} })), words)];
  });
  const marks = edgeMarks(edges.map(({ attributes }) => attributes));
  return [...rows, ...marks.map(({ title, look }) => row(edgeGlyph(look), title))];
}
