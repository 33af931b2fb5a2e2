import type { Graph } from '../model/graph.ts';
import { type Change, whatIf } from './balance/what-if.ts';
import type { FrustrationOptions } from './frustration/frustration.ts';
import { partsOf } from './parts.ts';
import { mergeEdges, type SignedEdges, type SignedGraph } from './signed-graph.ts';
import { type NetworkName, networkEdges, type TableOptions, type Tables, tablesOf } from './tables.ts';

/** So many triads, cycles and pairs are listed. */
export const MOST_LISTED = 100;

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

/** What finds something in a network. */
export interface Finder<Found> {
  find(network: SignedNetwork): Found | Promise<Found>;
}

/** One of the three networks of a graph, with what its measures share. */
export interface SignedNetwork {
  graph: Graph;
  task: MeasureTask;
  tables: Tables;
  signed: SignedGraph;
  counts: ReturnType<typeof countsOf>;
  /** The connected part of every node. */
  parts: Int32Array;
  settings: FrustrationOptions;
  /** Edges by the keys of their ends. */
  named(edges: readonly number[]): NamedEdge[];
  /** One value a node, by key. */
  byKey(values: ArrayLike<number>): Record<string, number>;
  /** What a measure finds here, which is found once. */
  of<Found>(measure: Finder<Found>): Promise<Found>;
}

/** @param tables What is read of the graph. */
export function networkOf(
  graph: Graph,
  task: MeasureTask,
  options: FrustrationOptions = {},
  tables = tablesOf(graph, task.tables),
): SignedNetwork {
  const { actors } = tables;
  const signed = mergeEdges(changed(networkEdges(tables, task.network, task.threshold), actors, task));
  const { source, target, sign } = signed;
  const key = (node: number | undefined) => actors[node as number] as string;
  const { seed, timeLimit } = task;
  const known = new Map<unknown, Promise<unknown>>();
  const network: SignedNetwork = {
    ...{ graph, task, tables, signed, parts: partsOf(signed) },
    counts: countsOf(signed),
    settings: {
      ...(seed !== undefined && { seed }),
      ...(timeLimit !== undefined && { timeLimit }),
      ...options,
    },
    named: (edges) =>
      edges.map((edge) => ({
        source: key(source[edge]),
        target: key(target[edge]),
        sign: sign[edge] as number,
      })),
    byKey: (values) => Object.fromEntries(actors.map((each, at) => [each, values[at] as number])),
    of: async <Found>(measure: Finder<Found>) => {
      if (!known.has(measure)) known.set(measure, Promise.resolve(measure.find(network)));
      return known.get(measure) as Promise<Found>;
    },
  };
  return network;
}

function countsOf({ nodes, sign, leftOut }: SignedGraph) {
  const positive = sign.reduce((count, each) => count + (each > 0 ? 1 : 0), 0);
  return { nodes, edges: sign.length, positive, negative: sign.length - positive, leftOut };
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
