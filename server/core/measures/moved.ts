import type { MeasureReport } from './report.ts';

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
