import { beginOf, endOf, spanOf, type When } from '../model/dates.ts';
import type { Filters } from '../model/filters.ts';
import type { Graph, GraphEdge } from '../model/graph.ts';
import { endsOf, keepEnds } from './ends.ts';
import { edgesBetween, type Kept, nodesAt, partOf } from './part-of.ts';

export type EdgeTest = (edge: GraphEdge) => boolean;

/**
 * The part of a whole graph that passes filters, as the server would answer: nodes with any of the labels;
 * edges that pass all filters on edges and have both ends; and, where there is a filter on edges, only
 * nodes that still have one. Elements keep their order.
 *
 * @param whole An unfiltered graph that no limit has cut.
 * @param filters Without a focus.
 */
export function filterGraph(whole: Graph, filters: Omit<Filters, 'focus' | 'depth'>): Graph {
  const labelled = filters.label?.length ? withAnyLabel(whole, new Set(filters.label)) : undefined;
  const tests = edgeTests(filters);
  const edges = edgesBetween(whole, labelled, (edge) => passesAll(edge, tests));
  const part = partOf(whole, tests.length > 0 ? nodesAt(whole, edges) : labelled, edges);
  const total = { nodes: part.nodes.length, edges: part.edges.length };
  const dates = datesToldOf(part.edges, filters);
  const graph = { ...part, attributes: { ...whole.attributes, total, ...(dates && { dates }) } };
  keepEnds(graph, endsOf(part));
  return graph;
}

function withAnyLabel({ nodes }: Graph, wanted: ReadonlySet<string>): Kept {
  return Uint8Array.from(nodes, ({ attributes }) =>
    attributes.labels.some((label) => wanted.has(label)) ? 1 : 0,
  );
}

export function passesAll(edge: GraphEdge, tests: readonly EdgeTest[]): boolean {
  for (const passes of tests) if (!passes(edge)) return false;
  return true;
}

/** What is told of dates with the edges that a range of dates has kept; undefined where none was asked for. */
export function datesToldOf(
  edges: readonly GraphEdge[],
  { from, to, when }: Filters,
): Graph['attributes']['dates'] {
  if (from === undefined && to === undefined) return undefined;
  const undated = edges.filter(({ attributes }) => beginOf(attributes.properties, when) === undefined).length;
  return { when: when ?? 'known', undated };
}

/** What an edge has to pass, one test for each filter on edges. */
export function edgeTests({
  type,
  modality,
  confidence,
  source,
  from,
  to,
  when,
  dated,
}: Filters): EdgeTest[] {
  const tests: EdgeTest[] = [];
  if (type?.length) {
    const types = new Set(type);
    tests.push(({ attributes }) => types.has(attributes.type));
  }
  for (const [name, values] of Object.entries({ modality, confidence, source })) {
    if (!values?.length) continue;
    const wanted = new Set<unknown>(values);
    tests.push(({ attributes: { properties } }) => wanted.has(properties[name]));
  }
  // A partial date counts for the whole span that it may mean.
  if (from !== undefined) tests.push(outlasts(spanOf(from).first, when));
  if (to !== undefined) tests.push(begunBy(spanOf(to).last, when));
  if (dated) tests.push(({ attributes }) => beginOf(attributes.properties, when) !== undefined);
  return tests;
}

function outlasts(day: string, when: When): EdgeTest {
  return ({ attributes: { properties } }) => {
    const until = endOf(properties, when);
    return until === undefined || until >= day.slice(0, until.length);
  };
}

function begunBy(day: string, when: When): EdgeTest {
  return ({ attributes: { properties } }) => {
    const begin = beginOf(properties, when);
    return begin === undefined || begin <= day.slice(0, begin.length);
  };
}
