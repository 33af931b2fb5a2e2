import type { View } from '../view/view.ts';

/** At most this many groups have a place of their own, those with most nodes; all others are together. */
export const MOST_GROUPS = 24;

export type Grouping = NonNullable<View['group']>;
/** What the nodes are grouped by in a view; undefined where it has no layout by groups. */
export function groupingOf({
  layout,
  group = 'label',
}: Pick<View, 'layout' | 'group'>): Grouping | undefined {
  return layout === 'groups' ? group : undefined;
}

/** Whether groups are found in the network, and not in the nodes themselves. */
export function isFound(grouping: Grouping): boolean {
  return grouping !== 'label' && !grouping.startsWith('property:');
}
