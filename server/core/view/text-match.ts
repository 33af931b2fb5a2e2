/** A text as it is compared: without regard to case, accents and compatibility forms (Unicode NFKD). */
export function folded(text: string): string {
  // Most texts have none, and looking for them takes several times as long as the rest.
  if (!/[^\0-\x7F]/.test(text)) return text.toLowerCase();
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

/** Stands between texts, and in none. */
const BETWEEN = '\0';

/**
 * Gives all texts of a thing as they are compared, in one. It keeps them for as long as the thing is there:
 * to fold those of many takes many times as long as to look through them.
 */
export function foldedOnce<T extends object>(textsOf: (thing: T) => readonly string[]): (thing: T) => string {
  const known = new WeakMap<T, string>();
  return (thing) => {
    const before = known.get(thing);
    if (before !== undefined) return before;
    const text = folded(textsOf(thing).join(BETWEEN));
    known.set(thing, text);
    return text;
  };
}
