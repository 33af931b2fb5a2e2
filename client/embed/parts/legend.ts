import { cssColour, type Swatch } from '../../../server/core/looks/swatch.ts';
import { isPlain } from '../../../server/core/looks/weights.ts';
import { nodeLooks } from '../../../server/core/picture/find-looks.ts';
import { shownGraph } from '../../../server/core/picture/graph-index.ts';
import { placesOf } from '../../../server/core/picture/picture-of.ts';
import { type LegendRow, legendRows } from '../../../server/core/scene/legend.ts';
import type { Close, ExplorerStore } from '../../state/store.ts';
import { drawing, element } from './element.ts';

/** Shows what the marks of the picture mean, as far as they are in it, and keeps it up to date. */
export function showLegend(root: HTMLElement, store: ExplorerStore): Close {
  let last: readonly unknown[] = [];
  const show = async () => {
    const state = store.getState();
    const [graph, looks, { select, pins }] = [shownGraph(state), nodeLooks(state), state.view];
    const now = [graph, looks, select, state.positions, pins];
    if (state.graph.state !== 'ready' || now.every((each, at) => each === last[at])) return;
    last = now;
    tell(legendRows(graph, looks, select));
    if (!isPlain(graph)) return;
    const { opacityOf } = await import('../../../server/core/scene/density.ts');
    const dense = opacityOf(graph, placesOf(state)) < 1;
    if (dense && last === now) tell(legendRows(graph, looks, select, dense));
  };
  const tell = (rows: readonly LegendRow[]) => {
    root.replaceChildren(element('ul', { 'aria-label': 'Legend' }, ...listOf(rows)));
    root.hidden = false;
  };
  // Without the code for one row, as the network is gone, all others are told.
  const keepUp = () => void show().catch(() => {});
  keepUp();
  return store.subscribe(keepUp);
}

/** Rows as items; what a heading is about is a list in its item. */
function listOf(rows: readonly LegendRow[]): HTMLElement[] {
  const items: HTMLElement[] = [];
  let group: HTMLElement | undefined;
  for (const { title, more, swatch, minor } of rows) {
    if (swatch) {
      const quiet = more ? element('span', { dir: 'auto', class: 'more' }, more) : undefined;
      const item = element(
        'li',
        minor ? { class: 'minor' } : {},
        glyph(swatch),
        element('span', { dir: 'auto' }, title),
        quiet,
      );
      if (group) group.append(item);
      else items.push(item);
    } else {
      group = element('ul');
      items.push(element('li', { class: 'group' }, element('strong', { dir: 'auto' }, title), group));
    }
  }
  return items;
}

/** A mark as it is in the picture; decoration, so it needs words beside it. */
function glyph({ width, height, pieces }: Swatch): SVGElement {
  const drawn = pieces.map(({ name, attributes, fill, stroke }) => {
    const piece = drawing(name, attributes);
    piece.style.fill = fill ? cssColour(fill) : 'none';
    if (stroke) piece.style.stroke = cssColour(stroke);
    return piece;
  });
  const viewBox = `0 ${-height / 2} ${width} ${height}`;
  return drawing('svg', { class: 'glyph', width, height, viewBox, 'aria-hidden': 'true' }, ...drawn);
}
