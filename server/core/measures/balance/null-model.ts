import { positionsOf, type Stands } from '../blocs/agreement.ts';
import { createProjection } from '../blocs/projection.ts';
import { type Random, shuffle } from '../random.ts';
import { mergeEdges, type SignedEdges, type SignedGraph } from '../signed-graph.ts';
import { mergedEdges, type NetworkName, type Tables } from '../tables.ts';

/** What every draw keeps of the stances: how many support each issue, how often each actor does, or both. */
export const MARGINS = ['issue', 'actor', 'both'] as const;
export type Margins = (typeof MARGINS)[number];

/** Swaps that are tried a stance before a draw with both margins; more changed no mean in the second digit. */
const SWAPS = 10;

/** Draws of a network with the same structure and its signs permuted; one a call. */
export interface NullModel {
  draw(): SignedGraph;
  /** What a draw takes, in products of two stances. */
  steps: number;
}

/**
 * Of direct stances the signs change places among the edges. Of a derived network it is the stances that change places,
 * in the table of actors and issues, and the network is projected from them again: its own signs are no free choice, as
 * actors who share an issue form balanced triads whatever their stances on it.
 */
export function createNullModel(
  network: { signed: SignedGraph; tables: Tables; name: NetworkName; threshold?: number | undefined },
  margins: Margins,
  random: Random,
): NullModel {
  const { signed, tables, name, threshold = 0 } = network;
  if (name === 'direct')
    return { draw: () => ({ ...signed, sign: shuffle(signed.sign.slice(), random) }), steps: 0 };
  const stands = cellsOf(tables.stands);
  const permute = permuter(stands, margins, random);
  const { project, steps } = createProjection(stands, threshold);
  const direct = pairsOf(tables.direct);
  const draw = () => {
    const derived = project(permute());
    if (name === 'agreement') return mergeEdges(derived);
    return mergeEdges(mergedEdges({ ...direct, sign: shuffle(direct.sign.slice(), random) }, derived));
  };
  return { draw, steps };
}

/** One row for what an actor says of an issue in all. */
function cellsOf(stands: Stands): Stands {
  const cells = positionsOf(stands).flat();
  return {
    ...{ actors: stands.actors, issues: stands.issues },
    actor: Uint32Array.from(cells, ({ actor }) => actor),
    issue: Uint32Array.from(cells, ({ issue }) => issue),
    sign: Int8Array.from(cells, ({ value }) => Math.sign(value)),
    weight: Float64Array.from(cells, ({ value }) => Math.abs(value)),
  };
}

/** One row for all that two actors say of each other. */
function pairsOf({ nodes, source, target, sign, weight }: SignedEdges): SignedEdges {
  const sums = new Map<number, number>();
  source.forEach((from, row) => {
    const to = target[row] as number;
    const pair = Math.min(from, to) * nodes + Math.max(from, to);
    sums.set(pair, (sums.get(pair) ?? 0) + (sign[row] as number) * (weight?.[row] ?? 1));
  });
  const kept = [...sums].filter(([, sum]) => Math.abs(sum) >= 1e-9);
  return {
    nodes,
    source: Uint32Array.from(kept, ([pair]) => Math.floor(pair / nodes)),
    target: Uint32Array.from(kept, ([pair]) => pair % nodes),
    sign: Int8Array.from(kept, ([, sum]) => Math.sign(sum)),
    weight: Float64Array.from(kept, ([, sum]) => Math.abs(sum)),
  };
}

/** Draws the signs of stances, one a row, again and again, with some of their sums kept. */
export function permuter(cells: Stands, margins: Margins, random: Random): () => Int8Array {
  if (margins === 'both') return swapper(cells, random);
  const of = margins === 'issue' ? cells.issue : cells.actor;
  const groups = new Map<number, number[]>();
  for (const [row, each] of of.entries()) groups.set(each, [...(groups.get(each) ?? []), row]);
  return () => {
    const sign = new Int8Array(cells.sign.length);
    for (const group of groups.values()) {
      const drawn = shuffle(
        group.map((row) => cells.sign[row] as number),
        random,
      );
      group.forEach((row, at) => {
        sign[row] = drawn[at] as number;
      });
    }
    return sign;
  };
}

/**
 * Exchanges stances of two actors on two issues where each supports what the other opposes, again and again: a random
 * walk over all tables with the same margins, every one as likely (Rao, Jana and Bandyopadhyay 1996).
 */
function swapper({ actor, issue, issues, sign: given }: Stands, random: Random): () => Int8Array {
  const at = new Map(Array.from(actor, (who, row) => [who * issues + (issue[row] as number), row]));
  const byActor = new Map<number, number[]>();
  const byIssue = new Map<number, number[]>();
  actor.forEach((who, row) => {
    const what = issue[row] as number;
    byActor.set(who, [...(byActor.get(who) ?? []), row]);
    byIssue.set(what, [...(byIssue.get(what) ?? []), row]);
  });
  const sign = given.slice();
  const one = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;
  const rows = [...given.keys()];
  const swap = () => {
    const first = one(rows);
    const second = one(byActor.get(actor[first] as number) as number[]);
    const third = one(byIssue.get(issue[first] as number) as number[]);
    const fourth = at.get((actor[third] as number) * issues + (issue[second] as number));
    if (fourth === undefined) return;
    const [a, b, c, d] = [first, second, third, fourth].map((row) => sign[row] as number);
    if (a !== d || b !== c || a === b) return;
    for (const row of [first, second, third, fourth]) sign[row] = -(sign[row] as number);
  };
  return () => {
    for (let tried = SWAPS * rows.length; tried > 0; tried--) swap();
    return sign.slice();
  };
}
