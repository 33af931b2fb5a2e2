import { type ReportMeasureId, reportMeasure } from '../measures/registry.ts';
import type { MeasureReport } from '../measures/report.ts';
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

/**
 * Who is with other actors than before, however the camps are called. Every connected part of before is looked at by
 * itself, and of it what is in one part after: only there is it known who is with whom, and the fewer are taken to
 * have moved.
 */
export function movedBetween(before: MeasureReport, after: MeasureReport): string[] {
  const is = placesOf(after);
  return before.found.frustration.camps.flatMap((camps) => {
    const byPart = new Map<number, [same: string[], other: string[]]>();
    camps.forEach((members, camp) => {
      for (const key of members) {
        const place = is.get(key);
        if (!place) continue;
        const sides = byPart.get(place.part) ?? [[], []];
        byPart.set(place.part, sides);
        sides[place.camp === camp ? 0 : 1].push(key);
      }
    });
    return [...byPart.values()].flatMap(([same, other]) => (same.length < other.length ? same : other));
  });
}

function placesOf({ found }: MeasureReport): Map<string, { part: number; camp: number }> {
  return new Map(
    found.frustration.camps.flatMap((camps, part) =>
      camps.flatMap((members, camp) => members.map((key) => [key, { part, camp }] as const)),
    ),
  );
}
