/** What two coders made of each unit; pairs of any nominal values. */
export type Pairs = readonly (readonly [string, string])[];

/**
 * Cohen's κ of two coders: how far they agree beyond what they would by chance, if each assigned values as often as they
 * did, in [-1, 1] (Cohen 1960, "A coefficient of agreement for nominal scales", Educational and Psychological
 * Measurement 20:37-46).
 * @returns undefined without pairs, and where both always gave one and the same value, which leaves chance no room
 */
export function cohensKappa(pairs: Pairs): number | undefined {
  if (pairs.length === 0) return undefined;
  const counts = [new Map<string, number>(), new Map<string, number>()] as const;
  let equal = 0;
  for (const pair of pairs) {
    if (pair[0] === pair[1]) equal += 1;
    for (const coder of [0, 1] as const)
      counts[coder].set(pair[coder], (counts[coder].get(pair[coder]) ?? 0) + 1);
  }
  let chance = 0;
  for (const [value, count] of counts[0]) chance += (count * (counts[1].get(value) ?? 0)) / pairs.length ** 2;
  return chance === 1 ? undefined : (equal / pairs.length - chance) / (1 - chance);
}
