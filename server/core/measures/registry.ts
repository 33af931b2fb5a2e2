import type { NetworkMeasure, NodeMeasure, ReportMeasure, Use } from './measure.ts';
import { betweenness } from './nodes/betweenness.ts';
import { blocs } from './nodes/blocs.ts';
import { camps } from './nodes/camps.ts';
import { closeness } from './nodes/closeness.ts';
import { communities } from './nodes/communities.ts';
import { degree } from './nodes/degree.ts';
import { eigenvector } from './nodes/eigenvector.ts';
import type { Measured } from './nodes/network.ts';
import { pagerank } from './nodes/pagerank.ts';
import { weightedDegree } from './nodes/weighted-degree.ts';

/**
 * Every measure of nodes, in the order of menus: whatever lists, names, takes or documents measures reads it here.
 */
export const NODE_MEASURES = [
  degree,
  weightedDegree,
  betweenness,
  closeness,
  pagerank,
  eigenvector,
  communities,
  camps,
  blocs,
] as const;

type Any = (typeof NODE_MEASURES)[number];
type Used<M, U extends Use> = M extends { id: infer Id; uses: readonly (infer Has)[] }
  ? U extends Has
    ? Id
    : never
  : never;

/** The name of a measure that the network gives by itself. */
export type NodeMeasureId = Extract<Any, { takes: 'network' }>['id'];
/** The name of a measure that the report on the signed network gives. */
export type ReportMeasureId = Extract<Any, { takes: 'report' }>['id'];

const byId = new Map<string, NodeMeasure>(NODE_MEASURES.map((measure) => [measure.id, measure]));

/** The measure of a name; undefined where there is none, as of `label`, `same` or a property. */
export function nodeMeasure(id: string | undefined): NodeMeasure | undefined {
  return byId.get(id ?? '');
}

/** What can decide the size, colour, shape or place of nodes; groups first where there are both. */
export function measuresFor<U extends Use>(use: U): Used<Any, U>[] {
  const found: readonly NodeMeasure[] = NODE_MEASURES.filter(({ uses }) =>
    (uses as readonly Use[]).includes(use),
  );
  return found.map(({ id }) => id) as Used<Any, U>[];
}

/** Measures that are taken of the network, without its signs being weighed up first. */
export const NETWORK_MEASURES = NODE_MEASURES.filter(
  (measure) => measure.takes === 'network',
) as readonly (NetworkMeasure & { id: NodeMeasureId })[];

/** Whether a name is that of a measure that the report on the signed network gives. */
export function isOfReport(id: string | undefined): id is ReportMeasureId {
  return nodeMeasure(id)?.takes === 'report';
}

/** The measure of the report of such a name. */
export function reportMeasure(id: ReportMeasureId): ReportMeasure {
  return byId.get(id) as ReportMeasure;
}

/**
 * Takes a measure of every node of a network.
 *
 * @param progress Called now and then with how much is done, from 0 to 1.
 * @returns One number a key.
 */
export async function measureNodes(
  network: Measured,
  id: NodeMeasureId,
  progress: (done: number) => void = () => {},
): Promise<Float64Array> {
  if (network.keys.length === 0) return new Float64Array(0);
  return (byId.get(id) as NetworkMeasure).values(network, progress);
}
