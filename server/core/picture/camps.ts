import type { MeasureReport } from '../measures/tasks.ts';
import type { AllianceColour } from './asks.ts';
import { shownGraph } from './graph-index.ts';
import type { PictureState } from './state.ts';

/** A camp, or a bloc, and who is in it, by key. */
export interface Side {
  title: string;
  members: string[];
}

const LETTERS = ['A', 'B'];

/**
 * The two camps of every connected part: which camp of one part goes with which of another, nothing tells. Who
 * has no signed edge is in none.
 */
export function campsOf(report: MeasureReport): Side[] {
  const { camps } = report.measures.frustration;
  return camps.flatMap((sides, part) =>
    sides
      .map((members, camp) => ({
        title: camps.length > 1 ? `Component ${part + 1}, camp ${LETTERS[camp]}` : `Camp ${LETTERS[camp]}`,
        members,
      }))
      .filter(({ members }) => members.length > 0),
  );
}

/** The blocs of more than one, the largest first; who is alone in one is in none. */
export function blocsOf(report: MeasureReport): Side[] {
  const byBloc = new Map<number, string[]>();
  for (const [key, bloc] of Object.entries(report.blocs.clustering.of))
    if (report.parts[key] !== undefined) byBloc.set(bloc, [...(byBloc.get(bloc) ?? []), key]);
  return [...byBloc.values()]
    .filter(({ length }) => length > 1)
    .sort((a, b) => b.length - a.length)
    .map((members, at) => ({ title: `Bloc ${at + 1}`, members }));
}

/** What nodes are coloured by, by key; undefined while the measures are not of what is shown. */
export function allianceValues(
  state: Pick<PictureState, 'graph' | 'view' | 'alliances'>,
  colour: AllianceColour,
): ReadonlyMap<string, string> | undefined {
  const { alliances } = state;
  if (alliances?.report.state !== 'ready' || alliances.stale || alliances.of !== shownGraph(state)) return;
  const sides = colour === 'camps' ? campsOf(alliances.report.value) : blocsOf(alliances.report.value);
  return new Map(sides.flatMap(({ title, members }) => members.map((key): [string, string] => [key, title])));
}

/**
 * Who is with other actors than before, however the camps are called. Every connected part of before is looked at by
 * itself, and of it what is in one part after: only there is it known who is with whom, and the fewer are taken to
 * have moved.
 */
export function movedBetween(before: MeasureReport, after: MeasureReport): string[] {
  const is = placesOf(after);
  return before.measures.frustration.camps.flatMap((camps) => {
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

function placesOf({ measures }: MeasureReport): Map<string, { part: number; camp: number }> {
  return new Map(
    measures.frustration.camps.flatMap((camps, part) =>
      camps.flatMap((members, camp) => members.map((key) => [key, { part, camp }] as const)),
    ),
  );
}
