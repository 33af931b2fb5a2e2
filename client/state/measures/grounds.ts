import { agreementNetwork } from '../../../server/core/measures/blocs/agreement.ts';
import type { MeasureTask, NamedEdge } from '../../../server/core/measures/signed-network.ts';
import { tablesOf } from '../../../server/core/measures/tables.ts';
import type { Graph, GraphEdge } from '../../../server/core/model/graph.ts';
import { indexOf } from '../../../server/core/picture/graph-index.ts';

/** An issue on which two actors both take a stand. */
export interface SharedIssue {
  issue: string;
  agree: boolean;
  /** The edges of the one and of the other. */
  stands: [GraphEdge[], GraphEdge[]];
}

/** What an edge of a measured network rests on. */
export interface Grounds {
  /** Direct stances between the two. */
  direct: GraphEdge[];
  /** Stands that agreement is derived from. */
  shared: SharedIssue[];
}

/** What the edge between two actors rests on, in the network that was measured. */
export function groundsOf(
  graph: Graph,
  { network, tables }: Pick<MeasureTask, 'network' | 'tables'>,
  { source, target }: Pick<NamedEdge, 'source' | 'target'>,
): Grounds {
  const ends = [source, target];
  const direct = graph.edges.filter(
    (edge) =>
      edge.attributes.sign !== 0 &&
      edge.source !== edge.target &&
      ends.includes(edge.source) &&
      ends.includes(edge.target),
  );
  return {
    direct: network === 'agreement' ? [] : direct,
    shared: network === 'direct' ? [] : sharedIssues(graph, tables, source, target),
  };
}

/** The issues on which two actors both take a stand, with their stands side by side. */
export function sharedIssues(
  graph: Graph,
  options: MeasureTask['tables'],
  one: string,
  other: string,
): SharedIssue[] {
  const edges = graph.edges.filter(({ source }) => source === one || source === other);
  const { actors, matters, stands } = tablesOf({ ...graph, edges }, options);
  const index = indexOf(graph);
  const told = (rows: readonly number[]) =>
    rows.flatMap((row) => index.edges.get(stands.edges[row] ?? '') ?? []);
  return agreementNetwork(stands)
    .restsOn(actors.indexOf(one), actors.indexOf(other))
    .map(({ issue, agree, rows }) => ({
      issue: matters[issue] as string,
      agree,
      stands: [told(rows[0]), told(rows[1])],
    }));
}

/** Every edge of the graph that something rests on, by key. */
export function keysOf({ direct, shared }: Grounds): string[] {
  const stands = shared.flatMap(({ stands: [mine, yours] }) => [...mine, ...yours]);
  return [...direct, ...stands].map(({ key }) => key);
}
