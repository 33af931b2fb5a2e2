import type { Random } from '../../random.ts';
import { minimise } from '../minimise.ts';
import type { WeightedGraph } from '../weighted.ts';
import { dualBound } from './dual-bound.ts';
import type { OddCut } from './odd-cut.ts';
import { renewCuts } from './odd-cuts.ts';
import { type Terms, termsOf } from './terms.ts';

export interface SemidefiniteOptions {
  /** A time of `performance.now()`, in milliseconds. */
  deadline: number;
  random: Random;
  /** Told every bound; when it answers true, no better one is looked for. */
  onBound: (lower: number) => boolean;
  /** Given camps on either side of a random plane through the vectors: good starts for a search. */
  onCamps?: (camps: Uint8Array) => void;
}

/** Above this many nodes looking for triangles takes too long. */
export const MOST_SEMIDEFINITE = 500;
/** Rounds from one dual bound to the next, which costs as much as some of them. */
const BETWEEN = 8;
/** Dual bounds without a gain of a hundredth after which no more are looked for. */
const PATIENCE = 5;
/** Smaller values settle more slowly and nearer to the best multipliers; measured on random networks. */
const PLANES = 8;
/** Rounds before inequalities of five nodes are looked for, and of seven: each grow from the narrower ones. */
const WIDER_FROM = [7, 11] as const;
const PENALTY = 0.3;
const STEPS = 60;
/** The rank of the vectors, as a multiple of what would do without cuts; measured: less settles later and lower. */
const RANK = 2.2;

/**
 * A lower bound by the semidefinite relaxation of the cut with inequalities of odd sets of nodes (Goemans and
 * Williamson 1995; Helmberg and Rendl 1998): unit vectors take the place of camps. The vectors have low rank (Burer and
 * Monteiro 2003) and are found by the method of multipliers; what counts is the dual bound of the
 * multipliers, which holds whether or not the vectors are the best.
 */
export function boundBySemidefinite(graph: WeightedGraph, options: SemidefiniteOptions): number {
  const { nodes } = graph;
  const rank = Math.min(nodes, Math.ceil(RANK * Math.sqrt(2 * nodes)));
  const vectors = Float64Array.from({ length: nodes * rank }, () => options.random() - 0.5);
  let cuts: OddCut[] = [];
  let [best, since] = [0, 0];
  let [round, begun, took] = [0, performance.now(), 0];
  for (; begun < options.deadline && since < PATIENCE; round++) {
    const terms = termsOf(graph, cuts);
    const pull = new Float64Array(terms.first.length);
    const multiplier = Float64Array.from(cuts, (cut) => cut.multiplier);
    minimise((at, gradient) => energy(terms, multiplier, nodes, rank, at, gradient, pull), vectors, STEPS);
    normalise(vectors, nodes, rank);
    products(terms, rank, vectors, terms.product);
    // The multipliers after this round, and what they pull at each pair.
    const forces = pulls(terms, multiplier, pull);
    cuts = cuts.map((cut, at) => ({ ...cut, multiplier: forces[at] as number }));
    // The multipliers of the last round that there is time for are the best.
    const last = begun + 3 * took > options.deadline;
    if (last || round % BETWEEN === BETWEEN - 1) {
      const lower = dualBound(graph, terms, pull, forces, terms.limit, vectors, rank);
      since = lower > best + 0.01 ? 0 : since + 1;
      best = Math.max(best, lower);
      if (options.onBound(best)) return best;
      for (let plane = 0; options.onCamps && plane < PLANES; plane++)
        options.onCamps(sidesOf(vectors, nodes, rank, options.random));
    }
    cuts = renewCuts(cuts, gramOf(vectors, nodes, rank), nodes, {
      most: 3 * nodes,
      least: 0.01,
      widest: round % 2 === 0 ? 3 + 2 * WIDER_FROM.filter((from) => round >= from).length : 3,
    });
    took = performance.now() - begun;
    begun += took;
  }
  return best;
}

/** Camps by the side of a random plane (Goemans and Williamson 1995). */
function sidesOf(vectors: Float64Array, nodes: number, rank: number, random: Random): Uint8Array {
  const normal = Float64Array.from({ length: rank }, () => random() + random() + random() - 1.5);
  return Uint8Array.from({ length: nodes }, (_, node) => {
    let sum = 0;
    for (let i = 0; i < rank; i++) sum += (vectors[node * rank + i] as number) * (normal[i] as number);
    return sum < 0 ? 1 : 0;
  });
}

/** By pair, the products of vectors that need not be of length 1 yet. */
function products({ first, second }: Terms, rank: number, vectors: Float64Array, into: Float64Array): void {
  for (let pair = 0; pair < first.length; pair++) {
    const [a, b] = [(first[pair] as number) * rank, (second[pair] as number) * rank];
    let sum = 0;
    for (let at = 0; at < rank; at++) sum += (vectors[a + at] as number) * (vectors[b + at] as number);
    into[pair] = sum;
  }
}

/**
 * What each cut pulls, max(0, z + ρ(aX − 1)), which are the multipliers of the next round; and by pair, the
 * coefficient of its product: −weight and what its cuts pull.
 */
function pulls(terms: Terms, multiplier: Float64Array, pull: Float64Array): Float64Array {
  const { weight, offsets, pairs, signs, limit, product } = terms;
  const next = new Float64Array(limit.length);
  for (let pair = 0; pair < weight.length; pair++) pull[pair] = -(weight[pair] as number);
  for (let cut = 0; cut < limit.length; cut++) {
    const [from, to] = [offsets[cut] as number, offsets[cut + 1] as number];
    let reach = -(limit[cut] as number);
    for (let at = from; at < to; at++)
      reach += (signs[at] as number) * (product[pairs[at] as number] as number);
    const force = (multiplier[cut] as number) + PENALTY * reach;
    if (force <= 0) continue;
    next[cut] = force;
    for (let at = from; at < to; at++) {
      const pair = pairs[at] as number;
      pull[pair] = (pull[pair] as number) + force * (signs[at] as number);
    }
  }
  return next;
}

/** The augmented Lagrangian of vectors that are normalised first, and its gradient. */
function energy(
  terms: Terms,
  multiplier: Float64Array,
  nodes: number,
  rank: number,
  at: Float64Array,
  gradient: Float64Array,
  pull: Float64Array,
): number {
  const unit = at.slice();
  const lengths = normalise(unit, nodes, rank);
  products(terms, rank, unit, terms.product);
  const forces = pulls(terms, multiplier, pull);
  let value = 0;
  for (let pair = 0; pair < pull.length; pair++)
    value -= (terms.weight[pair] as number) * (terms.product[pair] as number);
  for (const force of forces) value += force ** 2 / (2 * PENALTY);
  gradient.fill(0);
  for (let pair = 0; pair < pull.length; pair++) {
    const [a, b] = [(terms.first[pair] as number) * rank, (terms.second[pair] as number) * rank];
    const by = pull[pair] as number;
    if (by === 0) continue;
    for (let i = 0; i < rank; i++) {
      gradient[a + i] = (gradient[a + i] as number) + by * (unit[b + i] as number);
      gradient[b + i] = (gradient[b + i] as number) + by * (unit[a + i] as number);
    }
  }
  tangent(gradient, unit, lengths, nodes, rank);
  return value;
}

/** Takes out what only stretches a vector, and undoes its scale. */
function tangent(
  gradient: Float64Array,
  unit: Float64Array,
  lengths: Float64Array,
  nodes: number,
  rank: number,
): void {
  for (let node = 0; node < nodes; node++) {
    const from = node * rank;
    let along = 0;
    for (let i = from; i < from + rank; i++) along += (gradient[i] as number) * (unit[i] as number);
    for (let i = from; i < from + rank; i++)
      gradient[i] = ((gradient[i] as number) - along * (unit[i] as number)) / (lengths[node] as number);
  }
}

function normalise(vectors: Float64Array, nodes: number, rank: number): Float64Array {
  const lengths = new Float64Array(nodes);
  for (let node = 0; node < nodes; node++) {
    const from = node * rank;
    let sum = 0;
    for (let i = from; i < from + rank; i++) sum += (vectors[i] as number) ** 2;
    const length = Math.sqrt(sum) || 1;
    lengths[node] = length;
    for (let i = from; i < from + rank; i++) vectors[i] = (vectors[i] as number) / length;
  }
  return lengths;
}

function gramOf(vectors: Float64Array, nodes: number, rank: number): Float64Array {
  const gram = new Float64Array(nodes * nodes);
  for (let a = 0; a < nodes; a++)
    for (let b = a + 1; b < nodes; b++) {
      let sum = 0;
      for (let i = 0; i < rank; i++)
        sum += (vectors[a * rank + i] as number) * (vectors[b * rank + i] as number);
      gram[a * nodes + b] = sum;
    }
  return gram;
}
