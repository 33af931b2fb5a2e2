import { isOfReport } from '../measures/registry.ts';
import type { Graph } from '../model/graph.ts';
import type { Groups } from '../model/groups.ts';
import { byText } from '../numbers/random.ts';
import { shownGraph } from './graph-index.ts';
import { groupedGraph } from './grouped-graph.ts';
import { type Grouping, groupingOf, isFound, MOST_GROUPS } from './groups.ts';
import { nodeValues, valuedBy, valueTitle } from './node-values.ts';
import type { PictureState } from './state.ts';

const known = new WeakMap<Graph, { by: readonly unknown[]; groups: Groups | undefined }>();

/**
 * The groups of a layout by groups, of all that is loaded, so that filters leave everything in place; but for camps
 * and blocs, which are those of what is shown. The same for the same state. Undefined where there is no such layout,
 * and while its groups are still being found.
 */
export function groupsOf(state: PictureState): Groups | undefined {
  const grouping = groupingOf(state.view);
  if (grouping === undefined || state.graph.state !== 'ready') return undefined;
  const shown = shownGraph(state);
  const graphs = groupedIn(state, grouping, shown);
  if (!graphs) return undefined;
  const by = [grouping, valuedBy(state, shown, grouping), ...graphs];
  const before = known.get(shown);
  if (before?.by.length === by.length && before.by.every((each, at) => each === by[at])) return before.groups;
  const values = graphs.map((graph) => nodeValues(state, graph, grouping));
  const groups = values.includes(undefined)
    ? undefined
    : titlesOf(grouping, new Map(values.flatMap((each) => [...(each ?? [])])));
  known.set(shown, { by, groups });
  return groups;
}

/** The graphs whose nodes are grouped; undefined while they are on their way. */
function groupedIn(state: PictureState, grouping: Grouping, shown: Graph): Graph[] | undefined {
  if (isOfReport(grouping)) return [shown];
  if (isFound(grouping)) {
    const graph = groupedGraph(state);
    return graph && [graph];
  }
  const base = state.base?.state === 'ready' ? [state.base.value] : [];
  return state.graph.state === 'ready' ? [...base, state.graph.value] : undefined;
}

function titlesOf(grouping: Grouping, values: ReadonlyMap<string, number | string>): Groups {
  const counts = new Map<number | string, number>();
  for (const value of values.values()) counts.set(value, (counts.get(value) ?? 0) + 1);
  const kept = [...counts]
    .sort(([a, many], [b, few]) => few - many || byText(String(a), String(b)))
    .slice(0, MOST_GROUPS);
  const titles = new Map(kept.map(([value]) => [value, valueTitle(grouping, value)]));
  return new Map(
    [...values].flatMap(([key, value]): [string, string][] => {
      const title = titles.get(value);
      return title === undefined ? [] : [[key, title]];
    }),
  );
}
