import { EigenvalueDecomposition, Matrix } from 'ml-matrix';
import { maxOf } from '../../numbers/extremes.ts';
import { randomFrom } from '../random.ts';
import type { SignedGraph } from '../signed-graph.ts';
import { splitInTwo } from './two-colouring.ts';

/** Up to this many nodes the eigenvalues are computed, O(n³): about two seconds at the limit. */
export const MOST_DENSE = 300;
const PROBES = 48;
const STEPS = 40;

export interface WalkBalance {
  /** From 0 to 1; 1 when the graph is balanced. Null for a graph without edges. */
  walkBalance: number | null;
  /** The standard error, where it is estimated from random probes; else it is exact, from all eigenvalues. */
  error?: number;
}

/**
 * Walk balance K = tr e^A / tr e^U of the signed adjacency A and the unsigned U: closed walks of every
 * length, the short ones counting most, balanced less unbalanced over all (Estrada and Benzi 2014).
 *
 * Above {@link MOST_DENSE} nodes both traces are estimated by stochastic Lanczos quadrature (Ubaru, Chen
 * and Saad 2017) with the same probes, and the standard error is given along.
 */
export function walkBalance(
  graph: SignedGraph,
  { seed = 0, mostDense = MOST_DENSE }: { seed?: number; mostDense?: number } = {},
): WalkBalance {
  if (graph.source.length === 0) return { walkBalance: null };
  // Balanced graphs, and they alone, have 1, which rounding would miss by a hair.
  if (splitInTwo(graph, 1).balanced) return { walkBalance: 1 };
  if (graph.nodes > mostDense) return estimate(graph, seed);
  const unsigned = eigenvaluesOf({ ...graph, sign: graph.sign.map(() => 1) });
  const largest = maxOf(unsigned);
  // Both sums are divided by e^largest, which no eigenvalue of A exceeds: nothing overflows.
  const trace = (values: readonly number[]) =>
    values.reduce((sum, value) => sum + Math.exp(value - largest), 0);
  return { walkBalance: Math.min(1, trace(eigenvaluesOf(graph)) / trace(unsigned)) };
}

function eigenvaluesOf({ nodes, source, target, sign }: SignedGraph): number[] {
  const matrix = Matrix.zeros(nodes, nodes);
  sign.forEach((value, edge) => {
    matrix.set(Number(source[edge]), Number(target[edge]), value);
    matrix.set(Number(target[edge]), Number(source[edge]), value);
  });
  return new EigenvalueDecomposition(matrix, { assumeSymmetric: true }).realEigenvalues;
}

function estimate(graph: SignedGraph, seed: number): WalkBalance {
  const random = randomFrom(seed, 'walk balance');
  const unsigned = graph.sign.map(() => 1);
  const probes = Array.from({ length: PROBES }, () => {
    const start = Float64Array.from({ length: graph.nodes }, () => (random() < 0.5 ? -1 : 1));
    return { signed: quadrature(graph, graph.sign, start), unsigned: quadrature(graph, unsigned, start) };
  });
  const shift = maxOf(probes.flatMap(({ unsigned }) => unsigned.map(({ value }) => value)));
  const sum = (nodes: Quadrature) =>
    nodes.reduce((all, { value, weight }) => all + weight * Math.exp(value - shift), 0);
  const above = probes.map(({ signed }) => sum(signed));
  const below = probes.map((probe) => sum(probe.unsigned));
  const mean = (values: readonly number[]) => values.reduce((all, value) => all + value, 0) / values.length;
  const ratio = mean(above) / mean(below);
  // The delta method for a ratio of means.
  const spread = mean(above.map((value, at) => (value - ratio * Number(below[at])) ** 2));
  const error = Math.sqrt(spread / (PROBES - 1)) / mean(below);
  return { walkBalance: Math.min(1, Math.max(0, ratio)), error };
}

type Quadrature = { value: number; weight: number }[];

/** The nodes and weights of Gauss quadrature for vᵀf(A)v, by Lanczos with full reorthogonalisation. */
function quadrature(graph: SignedGraph, sign: Int8Array, start: Float64Array): Quadrature {
  const length = Math.sqrt(graph.nodes);
  const basis = [start.map((value) => value / length)];
  const diagonal: number[] = [];
  const beside: number[] = [];
  for (let step = 0; step < Math.min(STEPS, graph.nodes); step++) {
    const vector = basis[step] as Float64Array;
    const next = multiply(graph, sign, vector);
    diagonal.push(dot(next, vector));
    for (const known of basis) subtract(next, known, dot(next, known));
    for (const known of basis) subtract(next, known, dot(next, known));
    const norm = Math.sqrt(dot(next, next));
    if (norm < 1e-10) break;
    beside.push(norm);
    basis.push(next.map((value) => value / norm));
  }
  const size = diagonal.length;
  const small = Matrix.zeros(size, size);
  diagonal.forEach((value, at) => {
    small.set(at, at, value);
    if (at + 1 < size) small.set(at, at + 1, Number(beside[at])).set(at + 1, at, Number(beside[at]));
  });
  const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(small, {
    assumeSymmetric: true,
  });
  return realEigenvalues.map((value, at) => ({
    value,
    weight: graph.nodes * eigenvectorMatrix.get(0, at) ** 2,
  }));
}

function multiply(
  { nodes, source, target }: SignedGraph,
  sign: Int8Array,
  vector: Float64Array,
): Float64Array {
  const product = new Float64Array(nodes);
  for (let edge = 0; edge < source.length; edge++) {
    const [a, b, value] = [source[edge] as number, target[edge] as number, sign[edge] as number];
    product[a] = (product[a] as number) + value * (vector[b] as number);
    product[b] = (product[b] as number) + value * (vector[a] as number);
  }
  return product;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at++) sum += (a[at] as number) * (b[at] as number);
  return sum;
}

function subtract(from: Float64Array, vector: Float64Array, times: number): void {
  for (let at = 0; at < from.length; at++) from[at] = (from[at] as number) - times * (vector[at] as number);
}
