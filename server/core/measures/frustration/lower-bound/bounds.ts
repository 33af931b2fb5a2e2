import type { Block } from '../blocks.ts';
import type { Split } from '../local-search.ts';

/** What is known of each block, and of the whole. */
export interface Ledger {
  best: readonly Split[];
  /** Takes a split of a block when it is better than the one known. */
  offer(block: number, split: Split): void;
  /** Takes a lower bound of a block when it is higher than the one known. */
  raise(block: number, lower: number): void;
  /** Whether a block's best split could only be matched, or the whole is proved if this bound holds for it. */
  settles(block: number, lower: number): boolean;
  lowerOf(block: number): number;
  lower(): number;
  upper(): number;
}

const EPSILON = 1e-6;

/**
 * Keeps bounds by block. The index itself is a whole number, so that its lower bound may be rounded up.
 *
 * @param constant What every split costs besides.
 */
export function openLedger(blocks: readonly Block[], constant: number): Ledger {
  const best: Split[] = blocks.map(({ nodes }) => ({ cost: Infinity, camps: new Uint8Array(nodes) }));
  const lowers = blocks.map(() => 0);
  const grains = blocks.map(({ weight }) => grainOf(weight));
  const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, constant);
  const roundUp = (value: number) => Math.ceil(value - EPSILON);
  const upper = () => Math.round(sum(best.map(({ cost }) => cost)));
  return {
    best,
    offer: (block, split) => {
      if (split.cost < (best[block] as Split).cost) best[block] = split;
    },
    raise: (block, lower) => {
      lowers[block] = Math.max(lowers[block] as number, Math.min(lower, (best[block] as Split).cost));
    },
    settles: (block, lower) => {
      if (lower > (best[block] as Split).cost - (grains[block] as number) + EPSILON) return true;
      return roundUp(sum(lowers.map((each, at) => (at === block ? Math.max(each, lower) : each)))) >= upper();
    },
    lowerOf: (block) => lowers[block] as number,
    lower: () => Math.max(0, Math.min(upper(), roundUp(sum(lowers)))),
    upper,
  };
}

/** The largest power of two that divides all weights: costs differ by multiples of it. */
function grainOf(weights: Float64Array): number {
  let grain = 1;
  while (weights.some((weight) => !Number.isInteger(weight / grain))) grain /= 2;
  return grain;
}
