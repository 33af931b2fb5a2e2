/**
 * An inequality that every split obeys: for an odd number k of nodes with signs s, Σ s_i x_i is odd, so that
 * −Σ_{i<j} s_i s_j X_ij ≤ (k − 1)/2. With three nodes they are the triangle inequalities, with five the
 * pentagonal and with seven the heptagonal ones (Deza and Laurent 1997).
 */
export interface OddCut {
  /** Ascending. */
  nodes: readonly number[];
  /** By node, +1 or −1; the first is +1. */
  signs: readonly number[];
  /** What breaking it has cost so far. */
  multiplier: number;
}
