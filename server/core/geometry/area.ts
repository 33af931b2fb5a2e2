import type { Position } from './position.ts';

/** The corners of the rectangle between two points. */
export function boxBetween(from: Position, to: Position): Position[] {
  return [from, { x: to.x, y: from.y }, to, { x: from.x, y: to.y }];
}

/** Whether a point is inside a closed outline, by the even-odd rule. */
export function isInside({ x, y }: Position, outline: readonly Position[]): boolean {
  let inside = false;
  outline.forEach((from, at) => {
    const to = outline[(at + 1) % outline.length] ?? from;
    if (from.y > y === to.y > y) return;
    if (x < from.x + ((y - from.y) / (to.y - from.y)) * (to.x - from.x)) inside = !inside;
  });
  return inside;
}
