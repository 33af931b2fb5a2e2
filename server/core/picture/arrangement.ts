import type { Arrangement } from '../layout/arrangement.ts';
import { groupsOf } from './find-groups.ts';
import { groupingOf, isFound } from './groups.ts';
import type { PictureState } from './state.ts';

/** Up to this many nodes in the database, the layout is that of all of them. */
export const MOST_BASE = 2000;

/** How the nodes of a state are arranged; undefined while the groups it takes are being found. */
export function arrangementOf(state: PictureState): Arrangement | undefined {
  const { layout, seed, along } = state.view;
  const group = groupingOf(state.view);
  const groups = group && groupsOf(state);
  if (group && !groups) return undefined;
  return {
    ...(layout && { layout }),
    ...(seed !== undefined && { seed }),
    ...(along && { along }),
    ...(group && groups && { group, groups, found: isFound(group) }),
  };
}
