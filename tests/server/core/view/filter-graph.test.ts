import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aboutGraph } from '../../../../server/core/formats/about.ts';
import type { Graph } from '../../../../server/core/model/graph.ts';
import { endsOf } from '../../../../server/core/view/ends.ts';
import { filterGraph } from '../../../../server/core/view/filter-graph.ts';
import { edge, graphOf, node } from '../../../client/state/world.ts';

const TYPES = ['SUPPORTS', 'OPPOSES', 'ATTENDS'];
const LABELS = ['Person', 'State', 'Event'];
const MODALITIES: ('actual' | 'proposed')[] = ['actual', 'proposed'];

const graphs: fc.Arbitrary<Graph> = fc.integer({ min: 1, max: 12 }).chain((order) =>
  fc
    .array(
      fc.tuple(
        fc.nat(order - 1),
        fc.nat(order - 1),
        fc.constantFrom(...TYPES),
        fc.constantFrom(...MODALITIES),
      ),
      { maxLength: 40 },
    )
    .map((edges) =>
      graphOf(
        Array.from({ length: order }, (_, at) => node(`n${at}`, LABELS[at % LABELS.length])),
        edges.map(([from, to, type, modality], at) =>
          edge(`e${at}`, `n${from}`, `n${to}`, type, { modality }),
        ),
      ),
    ),
);
const filters = fc.record(
  { label: fc.subarray(LABELS), type: fc.subarray(TYPES), modality: fc.subarray(MODALITIES) },
  { requiredKeys: [] },
);
type Filters = typeof filters extends fc.Arbitrary<infer T> ? T : never;

/** The same filter, told edge by edge. */
function expected({ nodes, edges }: Graph, { label, type, modality }: Filters) {
  const passes = (chosen: readonly string[] | undefined, value: unknown) =>
    !chosen?.length || chosen.includes(String(value));
  const labelled = nodes.filter(({ attributes }) =>
    attributes.labels.some((each) => !label?.length || label.includes(each)),
  );
  const isThere = (key: string) => labelled.some((each) => each.key === key);
  const left = edges.filter(
    ({ source, target, attributes }) =>
      isThere(source) &&
      isThere(target) &&
      passes(type, attributes.type) &&
      passes(modality, attributes.properties.modality),
  );
  const byEdges = [type, modality].some((chosen) => chosen?.length);
  const ends = new Set(left.flatMap(({ source, target }) => [source, target]));
  return { nodes: byEdges ? labelled.filter(({ key }) => ends.has(key)) : labelled, edges: left };
}

describe('filtering a whole graph', () => {
  it('leaves what has any of the labels and passes every filter, in the same order', () => {
    fc.assert(
      fc.property(graphs, filters, (graph, given) => {
        const { nodes, edges, attributes } = filterGraph(graph, given);
        expect({ nodes, edges }).toEqual(expected(graph, given));
        expect(attributes.total).toEqual({ nodes: nodes.length, edges: edges.length });
      }),
    );
  });

  it('knows where the ends of what it leaves are, filtered once or twice', () => {
    fc.assert(
      fc.property(graphs, filters, filters, (graph, first, second) => {
        for (const left of [filterGraph(graph, first), filterGraph(filterGraph(graph, first), second)]) {
          const keys = [...endsOf(left)].map((place) => left.nodes[place]?.key);
          expect(keys).toEqual(left.edges.flatMap(({ source, target }) => [source, target]));
        }
      }),
    );
  });
});

describe('a range of dates', () => {
  const said = { statedOn: '2025-12-02' };
  const graph = graphOf(
    [node('a'), node('b')],
    [
      edge('member', 'a', 'b', 'MEMBER_OF', said),
      edge('since', 'a', 'b', 'SUPPORTS', { ...said, since: '2022' }),
      edge('over', 'a', 'b', 'SUPPORTS', { ...said, until: '2023-05' }),
      edge('later', 'a', 'b', 'SUPPORTS', { ...said, since: '2026' }),
    ],
  );
  const left = (filters: Parameters<typeof filterGraph>[1]) =>
    filterGraph(graph, filters)
      .edges.map(({ key }) => key)
      .sort();

  it('of when edges held is not ended by the day of a statement, and may leave out the undated', () => {
    expect(left({ to: '2024', when: 'held' })).toEqual(['member', 'over', 'since']);
    expect(left({ from: '2024', to: '2024', when: 'held' })).toEqual(['member', 'since']);
    expect(left({ to: '2024', when: 'held', dated: true })).toEqual(['over', 'since']);
    expect(left({ dated: true, when: 'held' })).toEqual(['later', 'over', 'since']);
  });

  it('of when edges were said goes by that day alone', () => {
    expect(left({ to: '2024', when: 'said' })).toEqual([]);
    expect(left({ from: '2025', to: '2025', when: 'said' })).toEqual(['later', 'member', 'over', 'since']);
    expect(left({ from: '2026', when: 'said' })).toEqual([]);
  });

  it('means what is known of both where it says neither, as links always did', () => {
    expect(left({ to: '2024' })).toEqual(['over', 'since']);
  });

  it('tells how many of the edges that it keeps have no date, in files too', () => {
    const kept = filterGraph(graph, { to: '2024', when: 'held' });
    expect(kept.attributes.dates).toEqual({ when: 'held', undated: 1 });
    expect(aboutGraph(kept)).toContain('1 edge without such a date is among them.');
    expect(filterGraph(graph, { type: ['SUPPORTS'] }).attributes.dates).toBeUndefined();
  });
});
