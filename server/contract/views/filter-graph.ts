import { readDate, spanOf } from '../dates.ts';
import type { Filters } from '../filters.ts';
import type { Graph, GraphEdge } from '../graph.ts';
import { type Ends, endsOf, keepEnds } from './ends.ts';

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
  const ends = endsOf(whole);
  const labelled = filters.label?.length ? withAnyLabel(whole, new Set(filters.label)) : undefined;
  const tests = edgeTests(filters);
  const edges = edgesThat(whole, ends, labelled, tests);
  const kept = someOf(tests.length > 0 ? atAnEnd(whole, ends, edges) : labelled);
  const nodes = kept ? whole.nodes.filter((_, place) => kept[place]) : whole.nodes;
  const graph: Graph = {
    ...whole,
    attributes: { ...whole.attributes, total: { nodes: nodes.length, edges: edges.length } },
    nodes,
    edges: edges.length === whole.edges.length ? whole.edges : edgesAt(whole, edges),
  };
  keepEnds(graph, graph.edges === whole.edges && !kept ? ends : movedEnds(ends, edges, kept));
  return graph;
}

/** One number for each node of a graph: 1 where it is kept. */
type Kept = Uint8Array;

function withAnyLabel({ nodes }: Graph, wanted: ReadonlySet<string>): Kept {
  return Uint8Array.from(nodes, ({ attributes }) =>
    attributes.labels.some((label) => wanted.has(label)) ? 1 : 0,
  );
}

/** The places of the edges that pass all tests and have both ends among the nodes that are kept. */
function edgesThat(
  { edges }: Graph,
  ends: Ends,
  kept: Kept | undefined,
  tests: readonly EdgeTest[],
): Uint32Array {
  const places = new Uint32Array(edges.length);
  let count = 0;
  for (let place = 0; place < edges.length; place += 1) {
    const edge = edges[place];
    if (kept && !(kept[ends[2 * place] ?? 0] && kept[ends[2 * place + 1] ?? 0])) continue;
    if (edge && passesAll(edge, tests)) places[count++] = place;
  }
  return places.subarray(0, count);
}

function passesAll(edge: GraphEdge, tests: readonly EdgeTest[]): boolean {
  for (const passes of tests) if (!passes(edge)) return false;
  return true;
}

function atAnEnd({ nodes }: Graph, ends: Ends, edges: Uint32Array): Kept {
  const kept = new Uint8Array(nodes.length);
  for (let at = 0; at < edges.length; at += 1) {
    const edge = edges[at] ?? 0;
    kept[ends[2 * edge] ?? 0] = 1;
    kept[ends[2 * edge + 1] ?? 0] = 1;
  }
  return kept;
}

/** What is kept, where that is not all: then the nodes stay the same list, and what is known of that list stays good. */
function someOf(kept: Kept | undefined): Kept | undefined {
  return kept?.includes(0) ? kept : undefined;
}

function edgesAt({ edges }: Graph, places: Uint32Array): Graph['edges'] {
  const chosen: Graph['edges'] = [];
  for (let at = 0; at < places.length; at += 1) {
    const edge = edges[places[at] ?? 0];
    if (edge) chosen.push(edge);
  }
  return chosen;
}

/** The ends of the edges that are left, among the nodes that are left. */
function movedEnds(ends: Ends, edges: Uint32Array, kept: Kept | undefined): Ends {
  const places = kept && placesIn(kept);
  const moved = new Uint32Array(edges.length * 2);
  for (let at = 0; at < edges.length; at += 1) {
    const edge = edges[at] ?? 0;
    const source = ends[2 * edge] ?? 0;
    const target = ends[2 * edge + 1] ?? 0;
    moved[2 * at] = places ? (places[source] ?? 0) : source;
    moved[2 * at + 1] = places ? (places[target] ?? 0) : target;
  }
  return moved;
}

/** The place of each node among those that are kept. */
function placesIn(kept: Kept): Uint32Array {
  const places = new Uint32Array(kept.length);
  let next = 0;
  for (let place = 0; place < kept.length; place += 1) {
    places[place] = next;
    next += kept[place] ?? 0;
  }
  return places;
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
    const until = readDate(properties.until);
    return until === undefined || until >= day.slice(0, until.length);
  };
}

function begunBy(day: string): EdgeTest {
  return ({ attributes: { properties } }) => {
    const since = readDate(properties.since) ?? readDate(properties.statedOn);
    return since === undefined || since <= day.slice(0, since.length);
  };
}
