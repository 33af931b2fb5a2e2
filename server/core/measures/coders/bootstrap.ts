import type { Random } from '../random.ts';

/** Between what two values the true one lies, at a confidence of 95 %. */
export interface Interval {
  low: number;
  high: number;
}

const TAIL = 0.025;

/**
 * The percentile interval of a statistic, by drawing as many of the items as there are, with repetition, again and again
 * (Efron & Tibshirani 1993, An Introduction to the Bootstrap, section 13.3).
 * @param samples how often; draws of which the statistic is undefined are left out
 * @returns undefined where it is undefined for each draw
 */
export function bootstrapInterval<T>(
  items: readonly T[],
  statistic: (drawn: readonly T[]) => number | undefined,
  { samples, random }: { samples: number; random: Random },
): Interval | undefined {
  const values: number[] = [];
  for (let sample = 0; sample < samples; sample += 1) {
    const drawn = items.map(() => items[Math.floor(random() * items.length)] as T);
    const value = statistic(drawn);
    if (value !== undefined) values.push(value);
  }
  if (values.length === 0) return undefined;
  values.sort((a, b) => a - b);
  const at = (share: number) => values[Math.round(share * (values.length - 1))] as number;
  return { low: at(TAIL), high: at(1 - TAIL) };
}
