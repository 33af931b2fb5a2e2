import type { Confidence, Modality } from '../model/evidence.ts';
import type { Graph, GraphEdge } from '../model/graph.ts';
import { GENERAL_LABELS, presenceOf } from '../model/style.ts';
import { byText } from '../numbers/random.ts';
import { agreementNetwork, type Stands, signedAgreement } from './blocs/agreement.ts';
import type { Attendances } from './blocs/co-attendance.ts';
import { edgesFrom, type SignedEdges } from './signed-graph.ts';

/** The three networks that a reader must always be able to tell apart. */
export const NETWORKS = ['direct', 'agreement', 'merged'] as const;
export type NetworkName = (typeof NETWORKS)[number];

/** What the measures read of a graph, as plain columns. Row r of a table is the edge `edges[r]`. */
export interface Tables {
  /** Keys of the actors, ascending: node v of the networks is `actors[v]`. */
  actors: readonly string[];
  /** Keys of whatever else actors take a stand on or attend, ascending. */
  matters: readonly string[];
  direct: SignedEdges & { edges: readonly string[] };
  stands: Stands & { edges: readonly string[] };
  attendances: Attendances & { edges: readonly string[] };
  absences: Attendances & { edges: readonly string[] };
}

export interface TableOptions {
  /** Who is an actor; by default whoever carries a general label, or every node where none does. */
  actorLabel?: string;
  /** How much stances of a modality or a confidence count, from 0 (left out) to 1; else as {@link weightByDefault}. */
  weights?: Partial<Record<Modality | Confidence, number>>;
}

/**
 * How much stances of a modality or a confidence count unless somebody chooses: what might only happen under a
 * condition counts for nothing, so that an attack that is feared never weighs like a war that is fought.
 */
export function weightByDefault(name: unknown): number {
  return name === 'hypothetical' ? 0 : 1;
}

/**
 * Takes a graph of the contract apart: signed edges between actors are direct stances, signed edges from an
 * actor to anything else are stands on it, and attendance counts where it happened.
 */
export function tablesOf(graph: Graph, { actorLabel, weights = {} }: TableOptions = {}): Tables {
  const wanted = actorLabel === undefined ? GENERAL_LABELS : [actorLabel];
  const labelled = graph.nodes.filter(({ attributes }) =>
    attributes.labels.some((each) => wanted.includes(each)),
  );
  const people = labelled.length > 0 || actorLabel !== undefined ? labelled : graph.nodes;
  const actors = people.map(({ key }) => key).sort(byText);
  const places = new Map(actors.map((key, at) => [key, at]));
  const edges = [...graph.edges]
    .filter(({ source }) => places.has(source))
    .sort((a, b) => byText(a.key, b.key));
  const direct = edges.filter(({ target, attributes }) => attributes.sign !== 0 && places.has(target));
  const outward = edges.filter(({ target }) => !places.has(target));
  const matters = [...new Set(outward.map(({ target }) => target))].sort(byText);
  const matter = new Map(matters.map((key, at) => [key, at]));
  const place = (key: string) => places.get(key) as number;
  const columns = (rows: readonly GraphEdge[]) => ({
    edges: rows.map(({ key }) => key),
    actor: Uint32Array.from(rows, ({ source }) => place(source)),
    matter: Uint32Array.from(rows, ({ target }) => matter.get(target) as number),
  });
  const attendances = (presence: 'present' | 'absent') => {
    const happened = outward.filter(
      ({ attributes: { type, properties } }) =>
        presenceOf(type) === presence && (properties.modality ?? 'actual') === 'actual',
    );
    const { edges: keys, actor, matter: event } = columns(happened);
    return { actors: actors.length, events: matters.length, edges: keys, actor, event };
  };
  const taken = outward.filter(({ attributes }) => attributes.sign !== 0);
  const { edges: keys, actor, matter: issue } = columns(taken);
  return {
    actors,
    matters,
    direct: {
      ...edgesFrom(
        actors.length,
        direct.map(({ source, target, attributes }) => [place(source), place(target), attributes.sign]),
      ),
      weight: Float64Array.from(direct, (edge) => weightOf(edge, weights)),
      edges: direct.map(({ key }) => key),
    },
    stands: {
      ...{ actors: actors.length, issues: matters.length, edges: keys, actor, issue },
      sign: Int8Array.from(taken, ({ attributes }) => attributes.sign),
      weight: Float64Array.from(taken, (edge) => weightOf(edge, weights)),
    },
    attendances: attendances('present'),
    absences: attendances('absent'),
  };
}

function weightOf({ attributes: { properties } }: GraphEdge, weights: TableOptions['weights'] = {}): number {
  const of = (value: unknown) => weights[value as Modality | Confidence] ?? weightByDefault(value);
  return of(properties.modality) * of(properties.confidence);
}

/** The signed edges of one of the three networks; merged, a pair's direct and derived edge count one each. */
export function networkEdges(tables: Tables, name: NetworkName, threshold = 0): SignedEdges {
  if (name === 'direct') return tables.direct;
  const derived = signedAgreement(agreementNetwork(tables.stands), tables.actors.length, threshold);
  return name === 'agreement' ? derived : mergedEdges(tables.direct, derived);
}

/** Direct stances by their weights, and each derived edge once. */
export function mergedEdges(direct: SignedEdges, derived: SignedEdges): SignedEdges {
  return {
    nodes: direct.nodes,
    source: Uint32Array.from([...direct.source, ...derived.source]),
    target: Uint32Array.from([...direct.target, ...derived.target]),
    sign: Int8Array.from([...direct.sign, ...derived.sign]),
    weight: Float64Array.from([...(direct.weight ?? []), ...new Float64Array(derived.sign.length).fill(1)]),
  };
}
