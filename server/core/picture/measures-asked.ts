import { CENTRALITIES, type Centrality } from '../measures/centralities.ts';
import type { View } from '../view/view.ts';
import { groupingOf } from './groups.ts';

/** The measures that a view draws or arranges by. */
export function measuresOf(view: Pick<View, 'size' | 'colour' | 'shape' | 'layout' | 'group'>): Centrality[] {
  const asked: readonly (string | undefined)[] = [view.size, view.colour, view.shape, groupingOf(view)];
  return CENTRALITIES.filter((name) => asked.includes(name));
}
