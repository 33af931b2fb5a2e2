import type { View } from '../../server/contract/view.ts';
import { CENTRALITIES, type Centrality } from '../graph/measured.ts';
import { groupingOf } from './groups.ts';

/** The measures that a view draws or arranges by. */
export function measuresOf(view: Pick<View, 'size' | 'colour' | 'shape' | 'layout' | 'group'>): Centrality[] {
  const asked: readonly (string | undefined)[] = [view.size, view.colour, view.shape, groupingOf(view)];
  return CENTRALITIES.filter((name) => asked.includes(name));
}
