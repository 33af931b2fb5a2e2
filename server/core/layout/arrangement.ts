import type { Groups } from '../model/groups.ts';
import type { View } from '../view/view.ts';

/** What decides the positions of a graph's nodes. */
export interface Arrangement extends Pick<View, 'layout' | 'seed' | 'along'> {
  /** Of a layout by groups. */
  groups?: Groups;
  /** What the groups are called after. */
  group?: string;
  /** Whether groups are found in the network, so that other groups are another layout. */
  found?: boolean;
}

const texts = new WeakMap<Groups, string>();

function textOf(groups: Groups): string {
  const text = texts.get(groups) ?? JSON.stringify([...groups]);
  texts.set(groups, text);
  return text;
}

/** What tells one arrangement of a graph from another. */
export function nameOf({ layout = 'force', seed = 0, along, groups, group, found }: Arrangement): string {
  if (layout === 'hierarchy') return JSON.stringify([layout, along]);
  if (layout !== 'groups') return JSON.stringify([layout, seed]);
  return JSON.stringify([layout, seed, group, found && groups && textOf(groups)]);
}
