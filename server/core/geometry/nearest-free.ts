import type { Box } from './box.ts';
import type { Occupied } from './occupied.ts';

/**
 * The free place nearest to where a box is, looking outwards in rings. Gives the middle of that place.
 */
export function nearestFree(taken: Occupied, box: Box): { x: number; y: number } {
  if (taken.isFree(box)) return { x: box.x, y: box.y };
  const [stepX, stepY] = [Math.max(4, box.width / 4), Math.max(4, box.height / 3)];
  for (let ring = 1; ; ring++) {
    for (const [right, up] of ringOf(ring)) {
      const place = { ...box, x: box.x + right * stepX, y: box.y + up * stepY };
      if (taken.isFree(place)) return { x: place.x, y: place.y };
    }
  }
}

/** The steps to the cells of a square ring, the nearest to its middle first. */
function ringOf(ring: number): [number, number][] {
  const cells: [number, number][] = [];
  for (let at = -ring; at <= ring; at++) {
    cells.push([at, ring], [at, -ring]);
    if (Math.abs(at) < ring) cells.push([ring, at], [-ring, at]);
  }
  return cells.sort((a, b) => a[0] ** 2 + a[1] ** 2 - b[0] ** 2 - b[1] ** 2 || a[0] - b[0] || a[1] - b[1]);
}
