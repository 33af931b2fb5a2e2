import type { Position } from '../geometry/position.ts';

/** The point of a Bézier curve at a share of its way, 0 to 1 (de Casteljau). */
export function pointAt(controls: readonly Position[], share: number): Position {
  return (splitAt(controls, share)[0].at(-1) ?? controls[0]) as Position;
}

/** A Bézier curve as the two that meet at a share of its way (de Casteljau). */
export function splitAt(controls: readonly Position[], share: number): [Position[], Position[]] {
  const [before, after]: [Position[], Position[]] = [[], []];
  let level = [...controls];
  while (level.length > 0) {
    before.push(level[0] as Position);
    after.unshift(level.at(-1) as Position);
    level = level.slice(1).map((to, at) => between(level[at] as Position, to, share));
  }
  return [before, after];
}

/** The part of a Bézier curve from one share of its way to another. */
export function partOf(controls: readonly Position[], from: number, to: number): Position[] {
  const [before] = splitAt(controls, to);
  return to <= 0 ? before : splitAt(before, from / to)[1];
}

/** The first share of the way, from `start` in steps towards `end`, at which a test holds; `end` when none does. */
export function firstShare(
  controls: readonly Position[],
  start: number,
  end: number,
  holds: (point: Position) => boolean,
): number {
  const steps = 120;
  for (let step = 0; step <= steps; step++) {
    const share = start + ((end - start) * step) / steps;
    if (holds(pointAt(controls, share))) return share;
  }
  return end;
}

function between(from: Position, to: Position, share: number): Position {
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
}
