import type { OddCut } from './odd-cut.ts';
import { brokenWider, type WiderOptions } from './wider-cuts.ts';

/** The node signs of the four triangle inequalities of three nodes. */
const PATTERNS = [
  [1, 1, 1],
  [1, 1, -1],
  [1, -1, 1],
  [1, -1, -1],
] as const;

export interface RenewOptions extends WiderOptions {
  /** How many triangles to add at most; and a third as many wider ones. */
  most: number;
}

/**
 * The cuts that still matter, and those that a Gram matrix breaks by most; O(n³).
 * @param gram X, row by row, n by n.
 */
export function renewCuts(
  cuts: readonly OddCut[],
  gram: Float64Array,
  n: number,
  options: RenewOptions,
): OddCut[] {
  const { most, least, widest } = options;
  const kept = cuts.filter(({ multiplier }) => multiplier > 1e-7);
  const known = new Set(kept.map(nameOf));
  const add = (found: { cut: OddCut; by: number }[], limit: number) => {
    found.sort((x, y) => y.by - x.by);
    let left = limit;
    for (const { cut } of found) {
      if (left === 0) break;
      const name = nameOf(cut);
      if (known.has(name)) continue;
      known.add(name);
      kept.push(cut);
      left -= 1;
    }
  };
  const wide = brokenWider(kept, gram, n, { least, widest });
  add(brokenTriangles(gram, n, most, least), most);
  add(wide, Math.ceil(most / 3));
  return kept;
}

const nameOf = ({ nodes, signs }: OddCut) => `${nodes.join()}:${signs.join()}`;

function brokenTriangles(gram: Float64Array, n: number, most: number, least: number) {
  const broken: { cut: OddCut; by: number }[] = [];
  eachBroken(gram, n, thresholdFor(gram, n, most, least), (i, j, k, pattern, by) => {
    const signs = PATTERNS[pattern] as readonly number[];
    broken.push({ cut: { nodes: [i, j, k], signs, multiplier: 0 }, by });
  });
  return broken;
}

/** Shares of the most that a cut can be broken by. */
const BUCKETS = 400;

/** From where on about as many cuts are broken as are wanted, and as many again. */
function thresholdFor(gram: Float64Array, n: number, most: number, least: number): number {
  const counts = new Uint32Array(BUCKETS + 1);
  eachBroken(gram, n, least, (_i, _j, _k, _pattern, by) => {
    const bucket = Math.min(BUCKETS, Math.floor((by / 2) * BUCKETS));
    counts[bucket] = (counts[bucket] as number) + 1;
  });
  let sum = 0;
  for (let bucket = BUCKETS; bucket >= 0; bucket--) {
    sum += counts[bucket] as number;
    if (sum >= 2 * most) return Math.max(least, (2 * bucket) / BUCKETS);
  }
  return least;
}

function eachBroken(
  gram: Float64Array,
  n: number,
  least: number,
  visit: (i: number, j: number, k: number, pattern: number, by: number) => void,
): void {
  const reach = 1 + least;
  for (let i = 0; i < n; i++)
    for (let j = i + 1; j < n; j++) {
      const a = gram[i * n + j] as number;
      for (let k = j + 1; k < n; k++) {
        const b = gram[i * n + k] as number;
        const c = gram[j * n + k] as number;
        if (Math.abs(a) + Math.abs(b) + Math.abs(c) <= reach) continue;
        if (-a - b - c > reach) visit(i, j, k, 0, -a - b - c - 1);
        if (-a + b + c > reach) visit(i, j, k, 1, -a + b + c - 1);
        if (a - b + c > reach) visit(i, j, k, 2, a - b + c - 1);
        if (a + b - c > reach) visit(i, j, k, 3, a + b - c - 1);
      }
    }
}
