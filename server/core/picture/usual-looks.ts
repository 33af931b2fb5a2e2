import type { TypeColours } from '../looks/edges/type-colours.ts';
import type { PictureLooks } from '../looks/looks.ts';
import type { Graph } from '../model/graph.ts';
import type { Loadable } from '../model/loadable.ts';
import { NO_RULES } from '../view/own/look-rule.ts';
import type { View } from '../view/view.ts';
import { groupingOf } from './groups.ts';

const USUAL: PictureLooks = { key: [] };

/** What places say in a layout by levels. */
export const LEVELS = { places: 'edges lead down' };
const LEVELLED: PictureLooks = { key: [], says: LEVELS };

const drawn = new WeakMap<View, { looks: readonly string[] | undefined; view: View }>();

/**
 * A view with the rules that it is drawn by: those of the data set where it has none of its own. The same for the same.
 *
 * @param state Its graph, once it is there, knows the rules of the data set.
 */
export function drawnView({ view, graph }: { view: View; graph: Loadable<Graph> }): View {
  const looks = graph.state === 'ready' ? graph.value.attributes.looks : undefined;
  if (view.look ? !view.look.includes(NO_RULES) : !looks) return view;
  const known = drawn.get(view);
  if (known && known.looks === looks) return known.view;
  const { look, ...rest } = view;
  const found = look || !looks ? rest : { ...rest, look: [...looks] };
  drawn.set(view, { looks, view: found });
  return found;
}

/** Whether a view draws and arranges everything as usual, so that nothing need be found for it. */
export function looksUsual(view: View): boolean {
  const { size = 'degree', colour, shape, width, look } = view;
  return size === 'degree' && !colour && !shape && !width && !look && !groupingOf(view);
}

/** Whether a view draws by what is loaded for it alone. */
export function asksPainter({ width, look }: Pick<View, 'width' | 'look'>): boolean {
  return width !== undefined || look !== undefined;
}

/**
 * The looks of a view that draws everything as usual, or of which nothing else is known yet; the same for the same.
 *
 * @param types What colours of edges say, where they say no signs.
 */
export function usualLooks({ layout }: Pick<View, 'layout'>, types?: TypeColours): PictureLooks {
  const usual = layout === 'hierarchy' ? LEVELLED : USUAL;
  if (!types) return usual;
  const known = typed[layout === 'hierarchy' ? 1 : 0].get(types) ?? { ...usual, types };
  typed[layout === 'hierarchy' ? 1 : 0].set(types, known);
  return known;
}
const typed = [new WeakMap<TypeColours, PictureLooks>(), new WeakMap<TypeColours, PictureLooks>()] as const;
