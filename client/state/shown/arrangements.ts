import type { Graph } from '../../../server/core/model/graph.ts';
import { groupingsOf } from '../../../server/core/picture/choices.ts';
import type { Grouping } from '../../../server/core/picture/groups.ts';
import { groupingMeaning } from '../../../server/core/picture/meanings.ts';
import type { View } from '../../../server/core/view/view.ts';
import { uncapital } from '../../../server/core/words/words.ts';

/** A way to arrange nodes, to choose from. */
export interface ArrangementChoice {
  id: string;
  /** What it is called, to follow "Arrange". */
  title: string;
  layout: View['layout'];
  group?: Grouping;
}

const PLAIN: readonly ArrangementChoice[] = [
  { id: 'force', title: 'by connections', layout: undefined },
  { id: 'circle', title: 'in a circle', layout: 'circle' },
  { id: 'hierarchy', title: 'in layers', layout: 'hierarchy' },
];

/** Every way to arrange the nodes of a graph. */
export function arrangementsOf(graph: Graph): ArrangementChoice[] {
  const groups = groupingsOf(graph).map((group) => ({
    id: `groups-${group}`,
    title: `in groups: ${uncapital(groupingMeaning(group).title)}`,
    layout: 'groups' as const,
    group,
  }));
  return [...PLAIN, ...groups];
}

/** What the way is called in which a view arranges nodes, to follow "Arrange". */
export function arrangementTitle({
  layout = 'force',
  group = 'label',
}: Pick<View, 'layout' | 'group'>): string {
  const plain = PLAIN.find(({ id }) => id === layout)?.title;
  return plain ?? `in groups: ${uncapital(groupingMeaning(group).title)}`;
}

/** The id of the way a view arranges nodes. */
export function arrangementId({ layout = 'force', group = 'label' }: Pick<View, 'layout' | 'group'>): string {
  return layout === 'groups' ? `groups-${group}` : layout;
}
