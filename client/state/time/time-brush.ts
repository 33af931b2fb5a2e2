/** The first and the last place of a range on the time axis. */
export type Span = readonly [first: number, last: number];

/** What a press on the time axis takes hold of: an end of the range that is chosen, all of it, or nothing, as for a new one. */
export type Grip = 'new' | 'move' | 'first' | 'last';

/**
 * What is under the pointer.
 *
 * @param x Where it is, in places from the left end of the axis.
 * @param chosen The range that is chosen, if there is one.
 * @param reach By how much it may miss an end, in places.
 */
export function gripAt(x: number, chosen: Span | undefined, reach: number): Grip {
  if (!chosen) return 'new';
  const [first, last] = chosen;
  const isIn = x > first && x < last + 1;
  // However far a finger reaches, a third of the range is left to move it by.
  const near = isIn ? Math.min(reach, (last + 1 - first) / 3) : reach;
  const [toFirst, toLast] = [Math.abs(x - first), Math.abs(x - last - 1)];
  if (Math.min(toFirst, toLast) <= near) return toFirst < toLast ? 'first' : 'last';
  return isIn ? 'move' : 'new';
}

/**
 * The range once what was taken hold of at one place is dragged to another. A click, which drags nothing,
 * chooses the place that it is on.
 *
 * @param count How many places the axis has.
 */
export function draggedTo(
  grip: Grip,
  chosen: Span | undefined,
  [from, to]: readonly [from: number, to: number],
  count: number,
): Span {
  if (!chosen || grip === 'new' || (grip === 'move' && from === to)) return ordered(from, to);
  const [first, last] = chosen;
  if (grip !== 'move') return ordered(grip === 'first' ? last : first, to);
  const by = Math.min(count - 1 - last, Math.max(-first, to - from));
  return [first + by, last + by];
}

function ordered(one: number, other: number): Span {
  return one < other ? [one, other] : [other, one];
}
