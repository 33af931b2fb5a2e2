import { boundsOf } from '../geometry/bounds.ts';
import type { Position } from '../geometry/position.ts';
import { rounded } from '../geometry/round.ts';

/** Positions by key, moved so that they lie about the origin, and rounded so that they survive being written down. */
export function settled(keys: readonly string[], positions: readonly Position[]): Map<string, Position> {
  const { left, right, bottom, top } = boundsOf(positions);
  const [x, y] = [(left + right) / 2, (bottom + top) / 2];
  return new Map(
    keys.map((key, at) => {
      const position = positions[at] ?? { x, y };
      return [key, rounded({ x: position.x - x, y: position.y - y })];
    }),
  );
}
