import { closest, distance } from 'fastest-levenshtein';

/** "Did you mean …?" where a known name is near enough, else the list of known ones. */
export function nearest(given: string, known: readonly string[]): string {
  if (known.length === 0) return 'There are none yet.';
  const best = closest(given, known);
  const slips = distance(given, best);
  // Of a short name, two slips leave nothing that is alike.
  const alike = slips <= Math.max(given.length, best.length) / 2;
  if (alike && slips <= Math.max(2, given.length / 3)) return `Did you mean ${best}?`;
  return known.length <= 20 ? `Known are ${known.join(', ')}.` : 'Add it, or correct the name.';
}
