import { boundsOf } from '../geometry/bounds.ts';
import { nearestFree } from '../geometry/nearest-free.ts';
import { Occupied } from '../geometry/occupied.ts';
import type { Position, Positions } from '../geometry/position.ts';
import { ABSENT, boxAt } from '../labels/footprint.ts';

/**
 * A layout moved as a whole to the nearest place where it covers none of the other positions, so that what
 * was shown before can be shown again beside it.
 */
export function besideOthers(layout: Positions, others: Positions): Map<string, Position> {
  if (others.size === 0 || layout.size === 0) return new Map(layout);
  const occupied = new Occupied(200);
  for (const { x, y } of others.values()) occupied.add(boxAt(ABSENT, x, y));
  const { left, right, bottom, top } = boundsOf(layout.values());
  const middle = { x: (left + right) / 2, y: (bottom + top) / 2 };
  const size = { width: right - left + ABSENT.width, height: top - bottom + ABSENT.height };
  const free = nearestFree(occupied, { ...middle, ...size });
  const [dx, dy] = [free.x - middle.x, free.y - middle.y];
  return new Map([...layout].map(([key, { x, y }]) => [key, { x: x + dx, y: y + dy }]));
}
