import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keysIn, outlineOf, outlineOrder } from '../../../../client/state/table/outline.ts';
import { anyGraph } from '../../../server/core/layout/arbitrary.ts';
import { edge, graphOf, node } from '../world.ts';

const graph = graphOf(
  [node('a'), node('b', 'State'), node('c')],
  [
    edge('1', 'a', 'b', 'OPPOSES', { modality: 'proposed', since: '2025-10' }),
    edge('2', 'b', 'a'),
    edge('3', 'a', 'a', 'MEMBER_OF'),
  ],
);

describe('the outline', () => {
  it('says of each node what it is and how much is connected with it, the most connected first', () => {
    const items = outlineOf(graph, outlineOrder(graph));
    expect(items.map(({ words }) => words)).toEqual([
      'A, Person, 3 edges',
      'B, State, 2 edges',
      'C, Person, 0 edges',
    ]);
  });

  it('tells each relation as a sentence, support and opposition first', () => {
    const [first] = outlineOf(graph, ['a']);
    expect(first?.relations.map(({ words }) => words)).toEqual([
      'B supports A',
      'A opposes B, proposed, October 2025',
      'A is a member of A',
    ]);
  });

  it('leads from every edge to both of its ends, whatever the graph', () => {
    fc.assert(
      fc.property(anyGraph, (any) => {
        const items = outlineOf(any, outlineOrder(any));
        expect(items.map(({ node: { key } }) => key).sort()).toEqual(any.nodes.map(({ key }) => key).sort());
        const seen = items.flatMap(({ node: { key }, relations }) =>
          relations.map(({ edge: { key: of }, other }) => `${of}: ${key} to ${other.key}`),
        );
        const wanted = any.edges.flatMap(({ key, source, target }) =>
          source === target
            ? [`${key}: ${source} to ${target}`]
            : [`${key}: ${source} to ${target}`, `${key}: ${target} to ${source}`],
        );
        expect(seen.sort()).toEqual(wanted.sort());
      }),
      { numRuns: 50 },
    );
  });

  it('has an id for each row, of which the keys can be told', () => {
    const items = outlineOf(graph, outlineOrder(graph));
    const ids = items.flatMap(({ node: { key }, relations }) => [key, ...relations.map(({ id }) => id)]);
    expect(new Set(ids).size).toBe(ids.length);
    expect(keysIn(items[0]?.relations[0]?.id ?? '')).toEqual({ node: 'a', edge: '2' });
    expect(keysIn('a')).toEqual({ node: 'a', edge: undefined });
  });
});
