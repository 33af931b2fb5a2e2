import type { PictureLooks } from '../looks/looks.ts';
import type { View } from '../view/view.ts';
import { groupingOf } from './groups.ts';
import type { Looked } from './state.ts';

const USUAL: PictureLooks = { key: [] };

/** What places say in a layout by levels. */
export const LEVELS = { places: 'relations lead down' };
const LEVELLED: PictureLooks = { key: [], says: LEVELS };

/** Whether a view draws and arranges everything as usual, so that nothing need be found for it. */
export function looksUsual(view: View): boolean {
  const { size = 'degree', colour, shape, width } = view;
  return size === 'degree' && !colour && !shape && !width && !groupingOf(view);
}

/** Whether everything is there that says how a state's nodes and edges are drawn. */
export function looksFound(state: Looked): boolean {
  return looksUsual(state.view) || state.looking?.found(state) === true;
}

/**
 * How the nodes and edges in the picture are drawn; the same for the same state. Usual while a measure, or what
 * finds such looks, is not there yet.
 */
export function nodeLooks(state: Looked): PictureLooks {
  const usual = state.view.layout === 'hierarchy' ? LEVELLED : USUAL;
  return looksUsual(state.view) ? usual : (state.looking?.looks(state) ?? usual);
}
