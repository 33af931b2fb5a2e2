/** How far a finger goes for a swipe, in CSS pixels. */
const LEAST = 48;

interface Point {
  x: number;
  y: number;
}

/** Which way one finger swiped from a point to another: to the left is on, to the right is back; else neither. */
export function swipeOf(from: Point, to: Point): 'next' | 'previous' | undefined {
  const [right, down] = [to.x - from.x, to.y - from.y];
  if (Math.abs(right) < LEAST || Math.abs(down) > Math.abs(right) / 2) return undefined;
  return right < 0 ? 'next' : 'previous';
}
