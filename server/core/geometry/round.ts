import type { Position } from './position.ts';

/** To a hundredth, so that a position survives being written down. */
export function rounded({ x, y }: Position): Position {
  return { x: Math.round(x * 100) / 100 + 0, y: Math.round(y * 100) / 100 + 0 };
}
