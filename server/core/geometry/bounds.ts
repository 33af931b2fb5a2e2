import type { Position } from './position.ts';

export interface Bounds {
  left: number;
  right: number;
  bottom: number;
  top: number;
}

/** The smallest upright box around positions; of none, one whose left is infinitely far right. */
export function boundsOf(positions: Iterable<Position>): Bounds {
  const bounds = { left: Infinity, right: -Infinity, bottom: Infinity, top: -Infinity };
  for (const { x, y } of positions) {
    bounds.left = Math.min(bounds.left, x);
    bounds.right = Math.max(bounds.right, x);
    bounds.bottom = Math.min(bounds.bottom, y);
    bounds.top = Math.max(bounds.top, y);
  }
  return bounds;
}
