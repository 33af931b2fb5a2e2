import { type Arc, incidentArcs } from './arcs.ts';

/**
 * Turns arcs round so that no cycle is left, and as few as a greedy choice can: sinks go last, sources first, and
 * else whoever has most more arcs out than in (Eades, Lin and Smyth 1993).
 *
 * @param size How many places there are.
 */
export function withoutCycles(size: number, arcs: readonly Arc[]): Arc[] {
  const rank = ranksOf(size, arcs);
  return arcs.map((arc) => {
    const back = (rank[arc.from] ?? 0) > (rank[arc.to] ?? 0);
    return back ? { from: arc.to, to: arc.from, count: arc.count } : arc;
  });
}

/** The place of each in an order that few arcs go against. */
function ranksOf(size: number, arcs: readonly Arc[]): number[] {
  const { out, into } = incidentArcs(size, arcs);
  const sum = (list: readonly Arc[] = []) => list.reduce((total, { count }) => total + count, 0);
  const [leaving, reaching] = [out.map(sum), into.map(sum)];
  const rank = new Array<number>(size).fill(0);
  const left = new Set(rank.keys());
  let [first, last] = [0, size - 1];
  // Sinks and sources, or whoever goes first where there is neither.
  let free = [...left].filter((node) => leaving[node] === 0 || reaching[node] === 0);
  const take = (node: number, place: number) => {
    rank[node] = place;
    left.delete(node);
    for (const { to, count } of out[node] ?? []) lower(reaching, to, count, left, free);
    for (const { from, count } of into[node] ?? []) lower(leaving, from, count, left, free);
  };
  while (left.size > 0) {
    const node = free.pop();
    if (node === undefined) free = [mostOutward(left, leaving, reaching)];
    else if (!left.has(node)) continue;
    else if (leaving[node] === 0) take(node, last--);
    else take(node, first++);
  }
  return rank;
}

function lower(of: number[], node: number, by: number, left: ReadonlySet<number>, free: number[]): void {
  of[node] = (of[node] ?? 0) - by;
  if (of[node] === 0 && left.has(node)) free.push(node);
}

function mostOutward(left: ReadonlySet<number>, leaving: readonly number[], reaching: readonly number[]) {
  let [best, most] = [0, -Infinity];
  for (const node of left) {
    const surplus = (leaving[node] ?? 0) - (reaching[node] ?? 0);
    if (surplus > most) [best, most] = [node, surplus];
  }
  return best;
}
