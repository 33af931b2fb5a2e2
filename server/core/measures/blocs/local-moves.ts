import { type Random, shuffle } from '../random.ts';
import type { SignedGraph } from '../signed-graph.ts';

/**
 * What a partition is worth, by the edges inside its blocs less what is to be expected of them:
 * Σ_within (sign − supports·s_i·s_j/support + opposes·o_i·o_j/opposition), with s and o the degrees by sign.
 */
export interface Objective {
  /** The weight of the expected part: 1 for modularity, 0 to count edges alone. */
  expected: 0 | 1;
}

/** Up to this many nodes every bloc is a place to move to. */
const MOST_FOR_ALL = 1000;

interface Level {
  /** By node: its neighbours with the sum of signs between. */
  links: Map<number, number>[];
  support: Float64Array;
  opposition: Float64Array;
}

/**
 * Blocs by moving nodes to where they are worth most until none gains, then blocs as if they were nodes, and
 * so on (Blondel and others 2008), and once more single nodes in the result, as in the refinement of Traag,
 * Waltman and van Eck (2019).
 */
export function moveLocally(graph: SignedGraph, objective: Objective, random: Random): Uint32Array {
  let blocs = Uint32Array.from({ length: graph.nodes }, (_, node) => node);
  const bottom = levelOf(graph);
  for (let level = bottom, turn = 0; turn < 50; turn++) {
    const moved = moveNodes(level, objective, random, Uint32Array.from(level.links.keys()));
    const next = compact(moved);
    blocs = blocs.map((bloc) => next.of[bloc] as number);
    if (next.count === level.links.length) break;
    level = aggregate(level, next);
  }
  return compact(moveNodes(bottom, objective, random, blocs)).of;
}

function levelOf({ nodes, source, target, sign }: SignedGraph): Level {
  const links = Array.from({ length: nodes }, () => new Map<number, number>());
  const [support, opposition] = [new Float64Array(nodes), new Float64Array(nodes)];
  sign.forEach((value, edge) => {
    const ends = [source[edge] as number, target[edge] as number] as const;
    links[ends[0]]?.set(ends[1], value);
    links[ends[1]]?.set(ends[0], value);
    const strength = value > 0 ? support : opposition;
    for (const end of ends) strength[end] = (strength[end] as number) + 1;
  });
  return { links, support, opposition };
}

/** Moves nodes between the blocs given, or out into an empty one, until no move gains. */
function moveNodes(level: Level, { expected }: Objective, random: Random, start: Uint32Array): Uint32Array {
  const { links, support, opposition } = level;
  const blocs = start.slice();
  const sum = (values: Float64Array) => values.reduce((all, value) => all + value, 0);
  const [allSupport, allOpposition] = [sum(support) || 1, sum(opposition) || 1];
  const size = new Uint32Array(links.length);
  const [inSupport, inOpposition] = [new Float64Array(links.length), new Float64Array(links.length)];
  const shift = (node: number, bloc: number, by: 1 | -1) => {
    size[bloc] = (size[bloc] as number) + by;
    inSupport[bloc] = (inSupport[bloc] as number) + by * (support[node] as number);
    inOpposition[bloc] = (inOpposition[bloc] as number) + by * (opposition[node] as number);
  };
  blocs.forEach((bloc, node) => {
    shift(node, bloc, 1);
  });
  const chance = (node: number, bloc: number) =>
    ((support[node] as number) * (inSupport[bloc] as number)) / allSupport -
    ((opposition[node] as number) * (inOpposition[bloc] as number)) / allOpposition;
  const order = shuffle(Uint32Array.from(links.keys()), random);
  for (let moved = true, rounds = 0; moved && rounds < 100; rounds++) {
    moved = false;
    for (const node of order) {
      const from = blocs[node] as number;
      shift(node, from, -1);
      const near = new Map<number, number>([[from, 0]]);
      for (const [other, value] of links[node] as Map<number, number>) {
        if (other === node) continue;
        const bloc = blocs[other] as number;
        near.set(bloc, (near.get(bloc) ?? 0) + value);
      }
      // Opposition elsewhere makes strangers fit together; at size only neighbours are looked at.
      if (links.length <= MOST_FOR_ALL)
        for (const [bloc, members] of size.entries()) if (members > 0 && !near.has(bloc)) near.set(bloc, 0);
      const empty = size[from] === 0 ? from : size.indexOf(0);
      if (empty >= 0 && !near.has(empty)) near.set(empty, 0);
      let [to, most] = [from, (near.get(from) as number) - expected * chance(node, from)];
      for (const [bloc, value] of near) {
        const worth = value - expected * chance(node, bloc);
        if (worth > most + 1e-9) [to, most] = [bloc, worth];
      }
      shift(node, to, 1);
      blocs[node] = to;
      if (to !== from) moved = true;
    }
  }
  return blocs;
}

function compact(blocs: Uint32Array): { of: Uint32Array; count: number } {
  const numbers = new Map<number, number>();
  const of = blocs.map((bloc) => {
    if (!numbers.has(bloc)) numbers.set(bloc, numbers.size);
    return numbers.get(bloc) as number;
  });
  return { of, count: numbers.size };
}

function aggregate(level: Level, { of, count }: { of: Uint32Array; count: number }): Level {
  const links = Array.from({ length: count }, () => new Map<number, number>());
  const [support, opposition] = [new Float64Array(count), new Float64Array(count)];
  of.forEach((bloc, node) => {
    support[bloc] = (support[bloc] as number) + (level.support[node] as number);
    opposition[bloc] = (opposition[bloc] as number) + (level.opposition[node] as number);
    const own = links[bloc] as Map<number, number>;
    for (const [other, value] of level.links[node] as Map<number, number>) {
      const to = of[other] as number;
      if (to !== bloc) own.set(to, (own.get(to) ?? 0) + value);
    }
  });
  return { links, support, opposition };
}
