import type { WeightedGraph } from '../weighted.ts';
import type { Terms } from './terms.ts';

/** With fewer the diagonal is lowered by more; measured. */
const SWEEPS = 240;

/**
 * A lower bound of every split's cost from multipliers z of inequalities aX ≤ limit. With M the matrix of the
 * pulls, every cut matrix X has ½⟨M, X⟩ ≥ ½ Σ d_i where M − Diag(d) has no negative eigenvalue; d comes from
 * vectors that nearly attain it and is lowered until a Cholesky factorisation proves that.
 */
export function dualBound(
  { nodes, weight }: WeightedGraph,
  terms: Pick<Terms, 'first' | 'second'>,
  pull: Float64Array,
  multiplier: Float64Array,
  limit: Float64Array,
  vectors: Float64Array,
  rank: number,
): number {
  const matrix = new Float64Array(nodes * nodes);
  pull.forEach((value, pair) => {
    const [a, b] = [terms.first[pair] as number, terms.second[pair] as number];
    matrix[a * nodes + b] = matrix[b * nodes + a] = value;
  });
  const diagonal = settle(matrix, terms, pull, nodes, rank, vectors.slice());
  const shift = leastShift(matrix, diagonal, nodes);
  const total = diagonal.reduce((sum, value) => sum + value, 0) - nodes * shift;
  const most = multiplier.reduce((sum, value, cut) => sum + value * (limit[cut] as number), 0) - total / 2;
  return (weight.reduce((sum, value) => sum + Math.abs(value), 0) - most) / 2;
}

/** Turns each vector against the pull of the others, again and again (Wang, Chang and Kolter 2017); gives d. */
function settle(
  matrix: Float64Array,
  { first, second }: Pick<Terms, 'first' | 'second'>,
  pull: Float64Array,
  nodes: number,
  rank: number,
  vectors: Float64Array,
): Float64Array {
  const near: number[][] = Array.from({ length: nodes }, () => []);
  pull.forEach((value, pair) => {
    if (value === 0) return;
    near[first[pair] as number]?.push(second[pair] as number);
    near[second[pair] as number]?.push(first[pair] as number);
  });
  const diagonal = new Float64Array(nodes);
  const sum = new Float64Array(rank);
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    for (let node = 0; node < nodes; node++) {
      sum.fill(0);
      for (const other of near[node] as number[]) {
        const by = matrix[node * nodes + other] as number;
        for (let i = 0; i < rank; i++)
          sum[i] = (sum[i] as number) + by * (vectors[other * rank + i] as number);
      }
      const length = Math.sqrt(sum.reduce((all, value) => all + value * value, 0));
      diagonal[node] = -length;
      if (length > 0) for (let i = 0; i < rank; i++) vectors[node * rank + i] = -(sum[i] as number) / length;
    }
  }
  return diagonal;
}

/** How far the diagonal must be lowered, at least nearly, for the rest to be positive definite. */
function leastShift(matrix: Float64Array, diagonal: Float64Array, nodes: number): number {
  let [low, high] = [0, 1e-6];
  while (!isPositive(matrix, diagonal, high, nodes)) [low, high] = [high, 4 * high];
  for (let step = 0; step < 5; step++) {
    const middle = (low + high) / 2;
    if (isPositive(matrix, diagonal, middle, nodes)) high = middle;
    else low = middle;
  }
  return high;
}

/** Whether M − Diag(d) + shift has a Cholesky factor with pivots clear of rounding. */
function isPositive(matrix: Float64Array, diagonal: Float64Array, shift: number, nodes: number): boolean {
  const factor = new Float64Array(nodes * nodes);
  for (let row = 0; row < nodes; row++) {
    for (let column = 0; column <= row; column++) {
      let rest = matrix[row * nodes + column] as number;
      if (row === column) rest += shift - (diagonal[row] as number);
      for (let i = 0; i < column; i++)
        rest -= (factor[row * nodes + i] as number) * (factor[column * nodes + i] as number);
      if (row === column) {
        if (rest < 1e-9) return false;
        factor[row * nodes + row] = Math.sqrt(rest);
      } else factor[row * nodes + column] = rest / (factor[column * nodes + column] as number);
    }
  }
  return true;
}
