/**
 * An inequality that every split obeys: for an odd number k of nodes with signs s, Σ s_i x_i is odd, so that
 * −Σ_{i<j} s_i s_j X_ij ≤ (k − 1)/2. With three nodes they are the triangle inequalities, with five the
 * pentagonal ones (Deza and Laurent 1997).
 */
export interface OddCut {
  /** Ascending. */
  nodes: readonly number[];
  /** By node, +1 or −1; the first is +1. */
  signs: readonly number[];
  /** What breaking it has cost so far. */
  multiplier: number;
}

/** The node signs of the four triangle inequalities of three nodes. */
const PATTERNS = [
  [1, 1, 1],
  [1, 1, -1],
  [1, -1, 1],
  [1, -1, -1],
] as const;

export interface RenewOptions {
  /** How many triangles to add at most; and a third as many pentagons. */
  most: number;
  /** By how much a cut must be broken to be added. */
  least: number;
  pentagons: boolean;
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
  const { most, least, pentagons } = options;
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
  const wide = pentagons ? brokenPentagons(kept, gram, n, least) : [];
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

/** How many fourth nodes to try for each triangle. */
const FOURTHS = 4;

/** Pentagonal inequalities that grow, node by node, from the triangles that matter. */
function brokenPentagons(cuts: readonly OddCut[], gram: Float64Array, n: number, least: number) {
  const broken: { cut: OddCut; by: number }[] = [];
  const product = (a: number, b: number) => (a < b ? gram[a * n + b] : gram[b * n + a]) as number;
  for (const { nodes, signs } of cuts) {
    if (nodes.length !== 3) continue;
    const [i, j, k] = nodes as [number, number, number];
    const [p, q, r] = signs as [number, number, number];
    const value = -(p * q * product(i, j) + p * r * product(i, k) + q * r * product(j, k));
    const pulls = Float64Array.from({ length: n }, (_, node) =>
      nodes.includes(node) ? 0 : p * product(i, node) + q * product(j, node) + r * product(k, node),
    );
    for (const fourth of strongest(pulls)) {
      const sign = (pulls[fourth] as number) > 0 ? -1 : 1;
      let [fifth, most] = [-1, 0];
      for (let node = 0; node < n; node++) {
        if (node === fourth || nodes.includes(node)) continue;
        const pull = (pulls[node] as number) + sign * product(fourth, node);
        if (Math.abs(pull) > Math.abs(most)) [fifth, most] = [node, pull];
      }
      const by = value + Math.abs(pulls[fourth] as number) + Math.abs(most) - 2;
      if (fifth < 0 || by <= least) continue;
      broken.push({ cut: ordered([...nodes, fourth, fifth], [...signs, sign, most > 0 ? -1 : 1]), by });
    }
  }
  return broken;
}

/** The places of the few values largest in size, the largest first. */
function strongest(values: Float64Array): number[] {
  const places: number[] = [];
  for (let place = 0; place < values.length; place++) {
    const size = Math.abs(values[place] as number);
    if (places.length === FOURTHS && size <= Math.abs(values[places[FOURTHS - 1] as number] as number))
      continue;
    let at = places.length;
    while (at > 0 && size > Math.abs(values[places[at - 1] as number] as number)) at -= 1;
    places.splice(at, 0, place);
    places.length = Math.min(places.length, FOURTHS);
  }
  return places;
}

function ordered(nodes: readonly number[], signs: readonly number[]): OddCut {
  const order = [...nodes.keys()].sort((a, b) => Number(nodes[a]) - Number(nodes[b]));
  const first = signs[order[0] as number] as number;
  return {
    nodes: order.map((at) => nodes[at] as number),
    signs: order.map((at) => first * (signs[at] as number)),
    multiplier: 0,
  };
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
