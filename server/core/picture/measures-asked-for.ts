import { isOfReport, NETWORK_MEASURES, type NodeMeasureId } from '../measures/registry.ts';
import type { View } from '../view/view.ts';
import { groupingOf } from './groups.ts';

/** Whether a view draws or arranges nodes by what the measures of alliances find. */
export function asksAlliances(view: View): boolean {
  const { colour, shape, layout, group } = view;
  const grouping = layout === 'groups' ? group : undefined;
  return [colour, shape, grouping, ...measuresInRules(view)].some(isOfReport);
}

/** By which measures the rules of a view's own looks go; `label` goes for one. */
export function measuresInRules({ look = [] }: Pick<View, 'look'>): string[] {
  return look.flatMap((rule) => /^node:(\w+)=/.exec(rule)?.[1] ?? []);
}

/** The measures of the network that a view draws or arranges by, but for the degree, which is always there. */
export function measuresOf(
  view: Pick<View, 'size' | 'colour' | 'shape' | 'layout' | 'group' | 'look'>,
): NodeMeasureId[] {
  const asked: readonly (string | undefined)[] = [
    view.size,
    view.colour,
    view.shape,
    groupingOf(view),
    ...measuresInRules(view),
  ];
  return MEASURED.filter((name) => asked.includes(name));
}

/** Every measure that takes its time. */
export const MEASURED = NETWORK_MEASURES.map(({ id }) => id).filter((id) => id !== 'degree');
