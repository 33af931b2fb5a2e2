import type { Random } from '../random.ts';
import type { WeightedGraph } from './weighted.ts';

const STEPS = 100;

/**
 * Camps by the sign of the eigenvector of the least eigenvalue of the signed Laplacian D − A (Hou 2005;
 * Kunegis and others 2010), by power iteration on its complement 2·max(D) − (D − A).
 */
export function spectralSplit({ nodes, source, target, weight }: WeightedGraph, random: Random): Uint8Array {
  const degree = new Float64Array(nodes);
  weight.forEach((value, edge) => {
    for (const end of [source, target]) {
      const node = end[edge] as number;
      degree[node] = (degree[node] as number) + Math.abs(value);
    }
  });
  const shift = 2 * degree.reduce((most, value) => Math.max(most, value), 0);
  let vector = Float64Array.from({ length: nodes }, () => random() - 0.5);
  for (let step = 0; step < STEPS; step++) {
    const next = vector.map((value, node) => (shift - (degree[node] as number)) * value);
    weight.forEach((value, edge) => {
      const [a, b] = [source[edge] as number, target[edge] as number];
      next[a] = (next[a] as number) + value * (vector[b] as number);
      next[b] = (next[b] as number) + value * (vector[a] as number);
    });
    const length = Math.sqrt(next.reduce((sum, value) => sum + value * value, 0)) || 1;
    vector = next.map((value) => value / length);
  }
  return Uint8Array.from(vector, (value) => (value < 0 ? 1 : 0));
}
