import type { Tables } from '../tables.ts';
import { agreementNetwork, agreementValues } from './agreement.ts';
import { type Attendances, coAttendance } from './co-attendance.ts';

/** How near two actors are by their stands. Actors by key. */
export interface AgreementPair {
  source: string;
  target: string;
  congruence: number;
  conflict: number;
  /** Congruence less conflict, and the same divided by how much the two speak of. */
  subtract: number;
  normalised: number;
}

/** How near two actors are by the events that they share. Actors and events by key. */
export interface AttendancePair {
  source: string;
  target: string;
  weight: number;
  events: string[];
}

/** The first pairs of so many. */
export interface Listed<T> {
  total: number;
  pairs: T[];
}

/** The pairs that share most issues, then those that agree or disagree most; at most `limit`. */
export function agreementPairs({ actors, stands }: Tables, limit: number): Listed<AgreementPair> {
  const network = agreementNetwork(stands);
  const subtract = agreementValues(network);
  const normalised = agreementValues(network, true);
  const shared = (pair: number) => Number(network.congruence[pair]) + Number(network.conflict[pair]);
  const order = Array.from(subtract.keys()).sort(
    (a, b) =>
      shared(b) - shared(a) || Math.abs(Number(normalised[b])) - Math.abs(Number(normalised[a])) || a - b,
  );
  const pairs = order.slice(0, limit).map((pair) => ({
    ...ends(actors, network, pair),
    congruence: Number(network.congruence[pair]),
    conflict: Number(network.conflict[pair]),
    subtract: Number(subtract[pair]),
    normalised: Number(normalised[pair]),
  }));
  return { total: order.length, pairs };
}

/** The pairs of greatest weight by Newman; at most `limit`. */
export function attendancePairs(
  { actors, matters }: Tables,
  attendances: Attendances,
  limit: number,
): Listed<AttendancePair> {
  const network = coAttendance(attendances);
  const order = Array.from(network.weight.keys()).sort(
    (a, b) => Number(network.weight[b]) - Number(network.weight[a]) || a - b,
  );
  const pairs = order.slice(0, limit).map((pair) => ({
    ...ends(actors, network, pair),
    weight: Number(network.weight[pair]),
    events: network
      .restsOn(Number(network.source[pair]), Number(network.target[pair]))
      .map((event) => matters[event] as string),
  }));
  return { total: order.length, pairs };
}

function ends(actors: readonly string[], network: { source: Uint32Array; target: Uint32Array }, at: number) {
  return {
    source: actors[Number(network.source[at])] as string,
    target: actors[Number(network.target[at])] as string,
  };
}
