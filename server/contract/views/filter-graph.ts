import { spanOf } from '../dates.ts';
import type { Filters } from '../filters.ts';
import type { Graph, GraphEdge } from '../graph.ts';

type EdgeTest = (edge: GraphEdge) => boolean;

/**
 * The part of a whole graph that passes filters, as the server would answer: nodes with any of the labels;
 * edges that pass all filters on edges and have both ends; and, where there is a filter on edges, only
 * nodes that still have one. Elements keep their order.
 *
 * @param whole An unfiltered graph that no limit has cut.
 * @param filters Without a focus.
 */
export function filterGraph(whole: Graph, filters: Omit<Filters, 'focus' | 'depth'>): Graph {
  const { label } = filters;
  const wanted = label?.length ? new Set(label) : undefined;
  const labelled = wanted
    ? whole.nodes.filter(({ attributes }) => attributes.labels.some((each) => wanted.has(each)))
    : whole.nodes;
  const tests = edgeTests(filters);
  const among = wanted ? between(labelled, whole.edges) : whole.edges;
  const edges = tests.length > 0 ? among.filter((edge) => tests.every((passes) => passes(edge))) : among;
  const nodes = tests.length > 0 ? withEdges(labelled, edges) : labelled;
  const attributes = { ...whole.attributes, total: { nodes: nodes.length, edges: edges.length } };
  return { ...whole, attributes, nodes, edges };
}

function between(nodes: Graph['nodes'], edges: Graph['edges']): Graph['edges'] {
  const kept = new Set(nodes.map(({ key }) => key));
  return edges.filter(({ source, target }) => kept.has(source) && kept.has(target));
}

function withEdges(nodes: Graph['nodes'], edges: Graph['edges']): Graph['nodes'] {
  const ends = new Set<string>();
  for (const { source, target } of edges) ends.add(source).add(target);
  return nodes.filter(({ key }) => ends.has(key));
}

function edgeTests({ type, modality, confidence, source, from, to }: Filters): EdgeTest[] {
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
  if (from !== undefined) tests.push(outlasts(spanOf(from).first));
  if (to !== undefined) tests.push(begunBy(spanOf(to).last));
  return tests;
}

function outlasts(day: string): EdgeTest {
  return ({ attributes: { properties } }) => {
    const until = textOf(properties.until);
    return until === undefined || padded(until, '-12-31') >= day;
  };
}

function begunBy(day: string): EdgeTest {
  return ({ attributes: { properties } }) => {
    const since = textOf(properties.since) ?? textOf(properties.statedOn);
    return since === undefined || padded(since, '-01-01') <= day;
  };
}

function textOf(value: unknown): string | undefined {
  return value === undefined || value === null ? undefined : String(value);
}

/** A date with its missing month and day taken from `rest`, which is `-MM-DD`. */
function padded(date: string, rest: string): string {
  return date + rest.slice(Math.max(0, date.length - 4));
}
