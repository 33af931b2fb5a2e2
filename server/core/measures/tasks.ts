import type { Graph } from '../model/graph.ts';
import { degreeOfBalance } from './balance/balance.ts';
import { type NamedMoment, periodsOf, seriesOfGraph } from './balance/graph-series.ts';
import { splitInMany } from './balance/k-balance.ts';
import { type Chance, compareWithChance } from './balance/null-model.ts';
import { isBalanced, listTriads, TRIAD_KINDS, type TriadKind, triadCensus } from './balance/triads.ts';
import { splitInTwo } from './balance/two-colouring.ts';
import { type Change, whatIf } from './balance/what-if.ts';
import { type BrokerRole, brokerage } from './blocs/brokerage.ts';
import { correlationClustering } from './blocs/correlation-clustering.ts';
import {
  type AgreementPair,
  type AttendancePair,
  agreementPairs,
  attendancePairs,
  type Listed,
} from './blocs/pairs.ts';
import { modularBlocs } from './blocs/signed-modularity.ts';
import type { LoadSolver } from './frustration/solver.ts';
import type { Amount } from './meanings.ts';
import { type Measures, measureNetwork } from './measures.ts';
import { partsOf } from './parts.ts';
import { mergeEdges, type SignedEdges, type SignedGraph } from './signed-graph.ts';
import { type NetworkName, networkEdges, type TableOptions, type Tables, tablesOf } from './tables.ts';
import { tooThinFor } from './thin.ts';

/** What is to be measured of a graph. Nodes are named by their keys throughout. */
export interface MeasureTask {
  network: NetworkName;
  tables?: TableOptions;
  /** Of agreement: pairs nearer to 0 than this are left out. */
  threshold?: number;
  /** Changes to a scratch copy, between keys of actors. */
  whatIf?: readonly ({ source: string; target: string } & (
    | { kind: 'flip' | 'remove' }
    | { kind: 'add'; sign: 1 | -1 }
  ))[];
  /** Whether the measures are taken of every period too. */
  series?: boolean;
  seed?: number;
  /** Milliseconds for what is hard. */
  timeLimit?: number;
}

/** An edge of the measured network, by keys. */
export interface NamedEdge {
  source: string;
  target: string;
  sign: number;
}

export interface MeasureReport {
  measures: Measures;
  amount: Amount;
  /** Why nothing is to be concluded from so little; absent when there is enough. */
  tooThin?: string;
  /** By actor with an edge, the connected part it is in, the largest 0: every part is split by itself. */
  parts: Record<string, number>;
  /** Triads that are not balanced, and the cycles that stand in the way of two and of more camps. */
  triads: { kind: TriadKind; edges: NamedEdge[] }[];
  twoCamps: { witnesses: NamedEdge[][] };
  manyCamps: { clusterable: boolean; count: number; witnesses: NamedEdge[][] };
  blocs: {
    clustering: { lower: number; upper: number; of: Record<string, number> };
    modularity: { value: number; of: Record<string, number> };
    /** By actor, from 0 to 1: how sure its bloc is, by clustering. */
    certainty: Record<string, number>;
    alternatives: number;
  };
  /** By role and actor, between the two camps, along direct support. */
  brokers: Record<BrokerRole, Record<string, number>>;
  /** Of direct stances alone. */
  chance: Chance | null;
  /** Whichever network is measured: the pairs that agreement and shared attendance would be read from. */
  agreement: Listed<AgreementPair>;
  attendance: Listed<AttendancePair>;
  absence: Listed<AttendancePair>;
  /** When the task asks for it. */
  series?: NamedMoment[];
}

export interface TaskOptions {
  solver?: LoadSolver;
  onProgress?: (bounds: { lower: number; upper: number }) => void;
}

const MOST_LISTED = 100;
const UNBALANCED = TRIAD_KINDS.filter((kind) => !isBalanced(kind));
/** Milliseconds for the frustration index of one period. */
const EACH_PERIOD = 1000;

/** Takes all measures of one of the three networks of a graph. */
export async function runTask(
  graph: Graph,
  task: MeasureTask,
  options: TaskOptions = {},
): Promise<MeasureReport> {
  const tables = tablesOf(graph, task.tables);
  const { actors } = tables;
  const rows = changed(networkEdges(tables, task.network, task.threshold), actors, task);
  const signed = mergeEdges(rows);
  const settings = { ...pick(task), ...options };
  const measures = await measureNetwork(rows, actors, settings);
  const clustering = await correlationClustering(signed, settings);
  const modular = modularBlocs(signed, pick(task));
  const many = splitInMany(signed, MOST_LISTED);
  const named = (edges: readonly number[]) => edges.map((edge) => nameEdge(signed, actors, edge));
  const amount = amountOf(measures, tables);
  const tooThin = tooThinFor(task.network, amount);
  return {
    measures,
    amount,
    ...(tooThin !== undefined && { tooThin }),
    parts: byPart(actors, partsOf(signed)),
    triads: listTriads(signed, UNBALANCED, MOST_LISTED).triads.map(({ kind, edges }) => ({
      kind,
      edges: named(edges),
    })),
    twoCamps: { witnesses: splitInTwo(signed, MOST_LISTED).witnesses.map(named) },
    manyCamps: { clusterable: many.clusterable, count: many.count, witnesses: many.witnesses.map(named) },
    blocs: {
      clustering: { lower: clustering.lower, upper: clustering.upper, of: byKey(actors, clustering.blocs) },
      modularity: { value: modular.modularity, of: byKey(actors, modular.blocs) },
      certainty: byKey(actors, clustering.certainty.nodes),
      alternatives: clustering.certainty.alternatives,
    },
    brokers: brokersOf(tables.direct, actors, measures.frustration.camps),
    // Actors who share one issue make triangles that are balanced however they stand: chance would only say that.
    chance:
      task.network === 'direct'
        ? compareWithChance(signed, (each) => degreeOfBalance(triadCensus(each)).balance, pick(task))
        : null,
    agreement: agreementPairs(tables, MOST_LISTED),
    attendance: attendancePairs(tables, tables.attendances, MOST_LISTED),
    absence: attendancePairs(tables, tables.absences, MOST_LISTED),
    ...(task.series && {
      series: await seriesOfGraph(graph, periodsOf(graph), { ...task, ...options, timeLimit: EACH_PERIOD }),
    }),
  };
}

/** How much there is of what the measures are taken of. */
export function amountOf(
  { nodes, edges, negative, triads }: Measures,
  { stands, attendances }: Tables,
): Amount {
  return {
    ...{ nodes, edges, negative },
    triads: Object.values(triads).reduce((sum, count) => sum + count, 0),
    ...{ stands: stands.sign.length, issues: new Set(stands.issue).size },
    events: new Set(attendances.event).size,
  };
}

function pick({ seed, timeLimit }: MeasureTask) {
  return { ...(seed !== undefined && { seed }), ...(timeLimit !== undefined && { timeLimit }) };
}

function changed(
  rows: SignedEdges,
  actors: readonly string[],
  { whatIf: wanted = [] }: MeasureTask,
): SignedEdges {
  if (wanted.length === 0) return rows;
  const place = (key: string) => actors.indexOf(key);
  const changes = wanted.map((each) => ({ ...each, source: place(each.source), target: place(each.target) }));
  return whatIf(mergeEdges(rows), changes as Change[]);
}

function nameEdge({ source, target, sign }: SignedGraph, actors: readonly string[], edge: number): NamedEdge {
  const key = (node: number | undefined) => actors[node as number] as string;
  return { source: key(source[edge]), target: key(target[edge]), sign: sign[edge] as number };
}

function byKey(actors: readonly string[], values: ArrayLike<number>): Record<string, number> {
  return Object.fromEntries(actors.map((key, at) => [key, values[at] as number]));
}

function byPart(actors: readonly string[], parts: Int32Array): Record<string, number> {
  return Object.fromEntries(
    actors.map((key, at): [string, number] => [key, parts[at] as number]).filter(([, part]) => part >= 0),
  );
}

/** Camps of two connected parts are four groups: nothing tells which of them go together. */
function brokersOf(direct: SignedEdges, actors: readonly string[], camps: Measures['frustration']['camps']) {
  const supports = Array.from(direct.sign.keys()).filter(
    (edge) => Number(direct.sign[edge]) * (direct.weight?.[edge] ?? 1) > 0,
  );
  const end = (ends: Uint32Array) => Uint32Array.from(supports, (edge) => ends[edge] as number);
  const group = new Map(camps.flat().flatMap((members, at) => members.map((key) => [key, at] as const)));
  const groups = actors.map((key) => group.get(key) ?? -1);
  const counts = brokerage(
    { nodes: actors.length, source: end(direct.source), target: end(direct.target) },
    groups,
  );
  return Object.fromEntries(
    Object.entries(counts).map(([role, by]) => [role, byKey(actors, by)]),
  ) as MeasureReport['brokers'];
}
