import { type ReportMeasureId, reportMeasure } from '../measures/registry.ts';
import { shownGraph } from './graph-index.ts';
import type { PictureState } from './state.ts';

/** What nodes are coloured by, by key; undefined while the measures are not of what is shown. */
export function allianceValues(
  state: Pick<PictureState, 'graph' | 'view' | 'alliances'>,
  name: ReportMeasureId,
): ReadonlyMap<string, string> | undefined {
  const { alliances } = state;
  if (alliances?.report.state !== 'ready' || alliances.stale || alliances.of !== shownGraph(state)) return;
  const sides = reportMeasure(name).sides(alliances.report.value);
  return new Map(sides.flatMap(({ title, members }) => members.map((key): [string, string] => [key, title])));
}
