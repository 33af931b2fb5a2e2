import { orderOf } from '../order.ts';
import type { SignedEdges } from '../signed-graph.ts';

/** Stands of actors on issues: plain columns, a row a stand. */
export interface Stands {
  actors: number;
  issues: number;
  actor: Uint32Array;
  issue: Uint32Array;
  /** +1 for, −1 against. */
  sign: Int8Array;
  /** How much each counts, from 0 (left out) to 1; all alike when absent. */
  weight?: Float64Array;
}

export interface AgreementNetwork {
  /** Pairs of actors that share an issue, `source` below `target`, ascending. */
  source: Uint32Array;
  target: Uint32Array;
  /** How much they agree, and how much they disagree, summed over issues. */
  congruence: Float64Array;
  conflict: Float64Array;
  /** By actor: on how much it takes a stand, summed over issues. */
  reach: Float64Array;
  /** The rows that a pair's agreement and conflict rest on, by issue. */
  restsOn(one: number, other: number): SharedStand[];
}

export interface SharedStand {
  issue: number;
  agree: boolean;
  /** Rows of the one and of the other. */
  rows: [number[], number[]];
}

/** What an actor says of an issue, all its stands together. */
interface Position {
  actor: number;
  issue: number;
  /** Its sign times how much it counts. */
  value: number;
  rows: number[];
}

/**
 * The agreement network of discourse network analysis (Leifeld 2013, 2017). An actor's stands on one issue
 * make one position: the side with more weight, as strong as its strongest stand; equal sides make none.
 * Congruence sums over issues the products of two actors' strengths where they are on one side, conflict
 * where they are on opposite ones; with weights of 1 they count issues. O(Σ d²) for d actors an issue.
 */
export function agreementNetwork(stands: Stands): AgreementNetwork {
  const byActor = positionsOf(stands);
  const byIssue: Position[][] = Array.from({ length: stands.issues }, () => []);
  for (const positions of byActor) for (const each of positions) byIssue[each.issue]?.push(each);
  const flat = byIssue.map((positions) => ({
    actors: Uint32Array.from(positions, ({ actor }) => actor),
    values: Float64Array.from(positions, ({ value }) => value),
  }));
  const pairs = pairUp(byActor, flat, stands.actors);
  return {
    source: Uint32Array.from(pairs.source),
    target: Uint32Array.from(pairs.target),
    congruence: Float64Array.from(pairs.congruence),
    conflict: Float64Array.from(pairs.conflict),
    reach: Float64Array.from(byActor, (own) => own.reduce((sum, { value }) => sum + Math.abs(value), 0)),
    restsOn: (one, other) => shared(byActor[one] ?? [], byActor[other] ?? []),
  };
}

/**
 * The value of every pair: congruence less conflict; normalised, divided by the mean of the two actors' reach,
 * which takes out that who speaks of much shares much.
 */
export function agreementValues(network: AgreementNetwork, normalised = false): Float64Array {
  return network.congruence.map((congruence, pair) => {
    const value = congruence - (network.conflict[pair] as number);
    if (!normalised) return value;
    const reach = [network.source, network.target].map((end) => network.reach[end[pair] as number] as number);
    return (2 * value) / ((reach[0] as number) + (reach[1] as number));
  });
}

/**
 * Signed edges of an agreement network: the sign of congruence less conflict, where the normalised form is
 * above `threshold` (from 0 to 1) in size.
 */
export function signedAgreement(network: AgreementNetwork, nodes: number, threshold = 0): SignedEdges {
  const values = agreementValues(network, true);
  const kept = Array.from(values.keys()).filter((pair) => Math.abs(values[pair] as number) > threshold);
  return {
    nodes,
    source: Uint32Array.from(kept, (pair) => network.source[pair] as number),
    target: Uint32Array.from(kept, (pair) => network.target[pair] as number),
    sign: Int8Array.from(kept, (pair) => Math.sign(values[pair] as number)),
  };
}

/** By actor, its positions in the order of their issues. */
export function positionsOf({ actors, issues, actor, issue, sign, weight }: Stands): Position[][] {
  const byActor: Position[][] = Array.from({ length: actors }, () => []);
  const keys = Float64Array.from(actor, (who, row) => who * issues + (issue[row] as number));
  const order = orderOf(keys);
  for (let from = 0, to = 0; from < order.length; from = to) {
    const first = order[from] as number;
    const rows: number[] = [];
    let [sum, strongest] = [0, [0, 0] as [number, number]];
    for (; to < order.length && keys[order[to] as number] === keys[first]; to++) {
      const row = order[to] as number;
      const counts = weight ? (weight[row] as number) : 1;
      if (counts <= 0) continue;
      rows.push(row);
      sum += counts * (sign[row] as number);
      const side = (sign[row] as number) > 0 ? 0 : 1;
      strongest[side] = Math.max(strongest[side], counts);
    }
    if (sum === 0) continue;
    const value = sum > 0 ? strongest[0] : -strongest[1];
    byActor[actor[first] as number]?.push({
      actor: actor[first] as number,
      issue: issue[first] as number,
      value,
      rows,
    });
  }
  return byActor;
}

function pairUp(
  byActor: readonly Position[][],
  byIssue: readonly { actors: Uint32Array; values: Float64Array }[],
  actors: number,
) {
  const [source, target, congruence, conflict] = [[], [], [], []] as [number[], number[], number[], number[]];
  const [agree, disagree] = [new Float64Array(actors), new Float64Array(actors)];
  for (let one = 0; one < actors; one++) {
    agree.fill(0);
    disagree.fill(0);
    for (const { issue, value } of byActor[one] as Position[]) {
      const { actors: others, values } = byIssue[issue] as { actors: Uint32Array; values: Float64Array };
      // Ascending, so that what is above this actor stands at the end.
      for (let at = others.length - 1; at >= 0 && (others[at] as number) > one; at--) {
        const other = others[at] as number;
        const product = value * (values[at] as number);
        if (product > 0) agree[other] = (agree[other] as number) + product;
        else disagree[other] = (disagree[other] as number) - product;
      }
    }
    for (let other = one + 1; other < actors; other++) {
      if (agree[other] === 0 && disagree[other] === 0) continue;
      source.push(one);
      target.push(other);
      congruence.push(agree[other] as number);
      conflict.push(disagree[other] as number);
    }
  }
  return { source, target, congruence, conflict };
}

function shared(ones: readonly Position[], others: readonly Position[]): SharedStand[] {
  const byIssue = new Map(others.map((each) => [each.issue, each]));
  return ones.flatMap((mine) => {
    const yours = byIssue.get(mine.issue);
    if (!yours) return [];
    return [
      {
        issue: mine.issue,
        agree: mine.value * yours.value > 0,
        rows: [mine.rows, yours.rows] as [number[], number[]],
      },
    ];
  });
}
