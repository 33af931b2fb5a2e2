import type { SignedGraph } from '../signed-graph.ts';

/** Triangles by how many of their edges are negative: 0, 1, 2 or 3. */
export const TRIAD_KINDS = ['+++', '++-', '+--', '---'] as const;

/**
 * Whether triads of a kind are balanced: where the product of their signs is positive (Heider 1946; Cartwright and
 * Harary 1956). Weakly, three mutual enemies are so too (Davis 1967).
 */
export const isBalanced = (kind: TriadKind, weakly = false) =>
  kind === '+++' || kind === '+--' || (weakly && kind === '---');

/** What triads of a kind are called. */
export function balanceInWords(kind: TriadKind): string {
  if (isBalanced(kind)) return 'balanced';
  return isBalanced(kind, true) ? 'unbalanced; weakly balanced' : 'unbalanced';
}
export type TriadKind = (typeof TRIAD_KINDS)[number];
export type TriadCensus = Record<TriadKind, number>;

export interface Triad {
  kind: TriadKind;
  /** Its three edges. */
  edges: [number, number, number];
}

/**
 * Counts the triangles of a signed graph by kind (Cartwright and Harary 1956). O(m^1.5): every edge points
 * to its better connected end, so that no node has more than √(2m) edges to look through.
 */
export function triadCensus(graph: SignedGraph): TriadCensus {
  const counts = [0, 0, 0, 0];
  eachTriad(graph, (negative) => {
    counts[negative] = (counts[negative] as number) + 1;
    return true;
  });
  return Object.fromEntries(TRIAD_KINDS.map((kind, at) => [kind, counts[at]])) as TriadCensus;
}

/** Lists triangles of some kinds, at most `limit` of them. */
export function listTriads(graph: SignedGraph, kinds: readonly TriadKind[], limit: number): Triad[] {
  const triads: Triad[] = [];
  eachTriad(graph, (negative, first, second, third) => {
    const kind = TRIAD_KINDS[negative] as TriadKind;
    if (kinds.includes(kind)) triads.push({ kind, edges: [first, second, third] });
    return triads.length < limit;
  });
  return triads;
}

/**
 * Calls `visit` once for every triangle, with how many of its edges are negative and which they are, until
 * it answers false.
 */
export function eachTriad(
  graph: SignedGraph,
  visit: (negative: number, first: number, second: number, third: number) => boolean,
): void {
  const { nodes, sign } = graph;
  const { offsets, heads, via } = pointUpwards(graph);
  const edgeTo = new Int32Array(nodes).fill(-1);
  for (let a = 0; a < nodes; a++) {
    const [from, to] = [offsets[a] as number, offsets[a + 1] as number];
    for (let at = from; at < to; at++) edgeTo[heads[at] as number] = via[at] as number;
    for (let at = from; at < to; at++) {
      const b = heads[at] as number;
      const first = via[at] as number;
      const end = offsets[b + 1] as number;
      for (let step = offsets[b] as number; step < end; step++) {
        const third = edgeTo[heads[step] as number] as number;
        if (third < 0) continue;
        const second = via[step] as number;
        const sum = (sign[first] as number) + (sign[second] as number) + (sign[third] as number);
        if (!visit((3 - sum) / 2, first, second, third)) return;
      }
    }
    for (let at = from; at < to; at++) edgeTo[heads[at] as number] = -1;
  }
}

/** The edges of each node that lead to a better connected one, or at a tie to a higher one. */
function pointUpwards({ nodes, source, target, offsets: all }: SignedGraph) {
  const degree = (node: number) => (all[node + 1] as number) - (all[node] as number);
  const tails = new Uint32Array(source.length);
  const offsets = new Uint32Array(nodes + 1);
  for (let edge = 0; edge < source.length; edge++) {
    const [a, b] = [source[edge] as number, target[edge] as number];
    const tail = degree(a) <= degree(b) ? a : b;
    tails[edge] = tail;
    offsets[tail + 1] = (offsets[tail + 1] as number) + 1;
  }
  for (let node = 0; node < nodes; node++)
    offsets[node + 1] = (offsets[node + 1] as number) + (offsets[node] as number);
  const next = offsets.slice();
  const heads = new Uint32Array(source.length);
  const via = new Uint32Array(source.length);
  for (let edge = 0; edge < source.length; edge++) {
    const tail = tails[edge] as number;
    const at = next[tail] as number;
    heads[at] = (source[edge] as number) + (target[edge] as number) - tail;
    via[at] = edge;
    next[tail] = at + 1;
  }
  return { offsets, heads, via };
}
