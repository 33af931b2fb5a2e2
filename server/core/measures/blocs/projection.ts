import type { SignedEdges } from '../signed-graph.ts';
import type { Stands } from './agreement.ts';

/** The network that stances make, for many draws of their signs. */
export interface Projection {
  /** The signed agreement network where the stances have these signs, one a row. */
  project(sign: Int8Array): SignedEdges;
  /** Products of two stances that one call takes. */
  steps: number;
}

/**
 * Finds once which stances meet on which issue, so that a projection only multiplies and adds; else as
 * `signedAgreement`, which a test holds.
 *
 * @param stands At most one row an actor and issue, as strong as its weight.
 * @param threshold From 0 to 1: pairs whose normalised agreement is not above it in size are left out.
 */
export function createProjection(stands: Stands, threshold: number): Projection {
  const { actors, actor, weight } = stands;
  const strength = (row: number) => weight?.[row] ?? 1;
  const reach = new Float64Array(actors);
  for (const [row, who] of actor.entries()) reach[who] = Number(reach[who]) + strength(row);
  const met: { pair: number; one: number; other: number }[] = [];
  for (const rows of rowsByIssue(stands)) {
    for (const [at, one] of rows.entries()) {
      for (const other of rows.slice(at + 1))
        met.push({ pair: Number(actor[one]) * actors + Number(actor[other]), one, other });
    }
  }
  met.sort((a, b) => a.pair - b.pair);
  const place = new Uint32Array(met.length);
  const pairs: number[] = [];
  for (const [at, { pair }] of met.entries()) {
    if (pairs.at(-1) !== pair) pairs.push(pair);
    place[at] = pairs.length - 1;
  }
  const ones = Uint32Array.from(met, ({ one }) => one);
  const others = Uint32Array.from(met, ({ other }) => other);
  const products = Float64Array.from(met, ({ one, other }) => strength(one) * strength(other));
  const source = Uint32Array.from(pairs, (pair) => Math.floor(pair / actors));
  const target = Uint32Array.from(pairs, (pair) => pair % actors);
  const project = (sign: Int8Array): SignedEdges => {
    const values = new Float64Array(pairs.length);
    for (let at = 0; at < place.length; at++) {
      const pair = place[at] as number;
      const agree = (sign[ones[at] as number] as number) * (sign[others[at] as number] as number);
      values[pair] = (values[pair] as number) + (products[at] as number) * agree;
    }
    const isKept = (value: number, pair: number) =>
      Math.abs((2 * value) / (Number(reach[Number(source[pair])]) + Number(reach[Number(target[pair])]))) >
      threshold;
    const kept = [...values.keys()].filter((pair) => isKept(Number(values[pair]), pair));
    return {
      nodes: actors,
      source: Uint32Array.from(kept, (pair) => Number(source[pair])),
      target: Uint32Array.from(kept, (pair) => Number(target[pair])),
      sign: Int8Array.from(kept, (pair) => Math.sign(Number(values[pair]))),
    };
  };
  return { project, steps: met.length };
}

/** By issue, its rows in the order of their actors. */
function rowsByIssue({ issues, issue, actor }: Stands): number[][] {
  const rows: number[][] = Array.from({ length: issues }, () => []);
  for (const [row, each] of issue.entries()) rows[each]?.push(row);
  for (const each of rows) each.sort((a, b) => Number(actor[a]) - Number(actor[b]));
  return rows;
}
