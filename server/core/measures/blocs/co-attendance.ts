/** Who attended what: plain columns, a row an attendance. The same form serves for absences, kept apart. */
export interface Attendances {
  actors: number;
  events: number;
  actor: Uint32Array;
  event: Uint32Array;
}

export interface CoAttendance {
  /** Pairs of actors that share an event, `source` below `target`, ascending. */
  source: Uint32Array;
  target: Uint32Array;
  /** Newman's weight: each shared event counts 1 / (attendants − 1). */
  weight: Float64Array;
  /** The events that a pair shares, ascending. */
  restsOn(one: number, other: number): number[];
}

/**
 * Shared attendance with Newman's weights (2001): an event of two says more about the two than one of two
 * hundred. Attending twice counts once; an event of one makes no pair. O(Σ d²) for d actors an event.
 */
export function coAttendance({ actors, events, actor, event }: Attendances): CoAttendance {
  const byEvent = Array.from({ length: events }, () => new Set<number>());
  const byActor = Array.from({ length: actors }, () => new Set<number>());
  actor.forEach((who, row) => {
    byEvent[event[row] as number]?.add(who);
    byActor[who]?.add(event[row] as number);
  });
  const weights = new Map<number, number>();
  for (const attendants of byEvent) {
    const those = [...attendants].sort((a, b) => a - b);
    those.forEach((one, at) => {
      for (const other of those.slice(at + 1)) {
        const pair = one * actors + other;
        weights.set(pair, (weights.get(pair) ?? 0) + 1 / (those.length - 1));
      }
    });
  }
  const pairs = [...weights].sort(([a], [b]) => a - b);
  return {
    source: Uint32Array.from(pairs, ([pair]) => Math.floor(pair / actors)),
    target: Uint32Array.from(pairs, ([pair]) => pair % actors),
    weight: Float64Array.from(pairs, ([, weight]) => weight),
    restsOn: (one, other) =>
      [...(byActor[one] ?? [])].filter((each) => byActor[other]?.has(each)).sort((a, b) => a - b),
  };
}
