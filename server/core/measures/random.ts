import { hashed } from '../numbers/random.ts';

/** A stream of numbers in [0, 1) that depends on the seed alone. */
export type Random = () => number;

/** The stream of a seed, a whole number; streams of different names are unrelated (xorshift128, Marsaglia 2003). */
export function randomFrom(seed: number, name = ''): Random {
  let [a, b, c, d] = ['a', 'b', 'c', 'd'].map((each) => (hashed(`${name}:${each}`, seed) * 2 ** 32) | 1) as [
    number,
    number,
    number,
    number,
  ];
  return () => {
    const mixed = a ^ (a << 11);
    [a, b, c] = [b, c, d];
    d = d ^ (d >>> 19) ^ mixed ^ (mixed >>> 8);
    return (d >>> 0) / 2 ** 32;
  };
}

/** Shuffles in place (Fisher and Yates). */
export function shuffle<T extends { length: number; [at: number]: number }>(items: T, random: Random): T {
  for (let at = items.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    const item = items[at] as number;
    items[at] = items[other] as number;
    items[other] = item;
  }
  return items;
}
