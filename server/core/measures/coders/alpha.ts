/** The values that coders gave to one unit, as many as did. */
export type Unit = readonly string[];

/**
 * Krippendorff's α for nominal values, of any number of coders, of whom some may not have coded a unit: 1 for agreement
 * throughout, 0 for what chance gives, below where they disagree more than by chance (Krippendorff 2011, "Computing
 * Krippendorff's alpha-reliability", sections B and C).
 * @returns undefined where fewer than two values can be paired, or all are equal: there is nothing to tell apart then
 */
export function krippendorffsAlpha(units: readonly Unit[]): number | undefined {
  const counts = new Map<string, number>();
  let pairable = 0;
  let observed = 0;
  for (const unit of units) {
    // What one coder alone gave pairs with nothing.
    if (unit.length < 2) continue;
    pairable += unit.length;
    const within = new Map<string, number>();
    for (const value of unit) within.set(value, (within.get(value) ?? 0) + 1);
    for (const [value, count] of within) {
      counts.set(value, (counts.get(value) ?? 0) + count);
      observed += (count * (unit.length - count)) / (unit.length - 1);
    }
  }
  let expected = 0;
  for (const count of counts.values()) expected += count * (pairable - count);
  return expected === 0 ? undefined : 1 - ((pairable - 1) * observed) / expected;
}
