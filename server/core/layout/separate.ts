import { type Box, overlap } from '../geometry/box.ts';
import { nearestFree } from '../geometry/nearest-free.ts';
import { Occupied } from '../geometry/occupied.ts';
import { maxOf } from '../numbers/extremes.ts';

const MOST_PASSES = 400;

/**
 * Moves boxes apart until none overlaps another, keeping their arrangement: overlapping pairs are pushed
 * along the axis that takes least, over and over; what is still in a jam then goes to the nearest free
 * place. The result depends on the boxes and their order alone.
 *
 * @param exact Whether no overlap at all may be left; without it a big graph settles for fewer passes.
 * @returns New boxes in the same order.
 */
export function separate(boxes: readonly Box[], exact = true): Box[] {
  const moved = boxes.map((box) => ({ ...box }));
  const passes = exact ? MOST_PASSES : 20;
  for (let pass = 0; pass < passes; pass++) if (!pushApart(moved)) return moved;
  return exact ? settle(moved) : moved;
}

/** One pass over all pairs that overlap, found by sweeping from left to right. Gives whether any did. */
function pushApart(boxes: Box[]): boolean {
  const left = (box: Box) => box.x - box.width / 2;
  const sorted = boxes.map((box, order) => ({ box, order }));
  sorted.sort((a, b) => left(a.box) - left(b.box) || a.order - b.order);
  const widest = maxOf(
    boxes.map((box) => box.width),
    0,
  );
  let any = false;
  for (let i = 0; i < sorted.length; i++) {
    const { box } = sorted[i] as { box: Box };
    for (let j = i + 1; j < sorted.length; j++) {
      const { box: other } = sorted[j] as { box: Box };
      if (left(other) > left(box) + box.width + widest) break;
      if (!overlap(box, other)) continue;
      any = true;
      push(box, other);
    }
  }
  return any;
}

function push(a: Box, b: Box): void {
  const byX = (a.width + b.width) / 2 - Math.abs(a.x - b.x);
  const byY = (a.height + b.height) / 2 - Math.abs(a.y - b.y);
  // A little more than needed, or rounding keeps pairs touching for ever.
  if (byX < byY) {
    const half = ((byX / 2 + 0.01) * (a.x <= b.x ? 1 : -1)) as number;
    a.x -= half;
    b.x += half;
  } else {
    const half = (byY / 2 + 0.01) * (a.y <= b.y ? 1 : -1);
    a.y -= half;
    b.y += half;
  }
}

function settle(boxes: Box[]): Box[] {
  const taken = new Occupied(maxOf(boxes.map((box) => Math.max(box.width, box.height))));
  for (const box of boxes) {
    Object.assign(box, nearestFree(taken, box));
    taken.add(box);
  }
  return boxes;
}
