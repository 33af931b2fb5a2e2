import type { Arrangement } from '../layout/arrangement.ts';
import type { Graph } from '../model/graph.ts';
import { groupsOf } from './find-groups.ts';
import { groupingOf, isFound } from './groups.ts';
import type { PictureState } from './state.ts';

/** Up to this many nodes in the database, the layout is that of all of them. */
export const MOST_BASE = 2000;
/** So few nodes are laid out in a moment. */
const FEW = 150;

/**
 * The graph that is laid out for a picture: all that is loaded, so that filters hide nodes and move none; but of a large
 * graph a few nodes alone, which need not wait for thousands that nobody sees.
 *
 * @param shown What the view leaves of it.
 */
export function laidGraph(all: Graph, shown: Graph): Graph {
  return all.nodes.length > MOST_BASE && shown.nodes.length <= FEW ? shown : all;
}

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
