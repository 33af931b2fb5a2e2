import { describe, expect, it } from 'vitest';
import { byTime, groupRelations, parallelEdges } from '../../../../client/state/selection/relations.ts';
import { edge, graphOf, node } from '../world.ts';

describe('the relations of a node', () => {
  const graph = graphOf(
    [node('a'), node('b'), node('c')],
    [
      edge('1', 'b', 'a', 'LEADS'),
      edge('2', 'a', 'b', 'OPPOSES', { since: '2025-11' }),
      edge('3', 'a', 'c', 'OPPOSES', { since: '2025-10' }),
      edge('4', 'c', 'a', 'SUPPORTS'),
      edge('5', 'b', 'c', 'SUPPORTS'),
      edge('6', 'a', 'a', 'LEADS'),
    ],
  );

  it('are grouped by type and direction, support and opposition first', () => {
    const groups = groupRelations(graph, 'a').map(({ type, direction, relations }) => [
      type,
      direction,
      relations.map((relation) => relation.edge.key).join(),
    ]);
    expect(groups).toEqual([
      ['SUPPORTS', 'in', '4'],
      ['OPPOSES', 'out', '3,2'],
      ['LEADS', 'out', '6'],
      ['LEADS', 'in', '1'],
    ]);
  });

  it('leave out edges between its neighbours', () => {
    const keys = groupRelations(graph, 'a').flatMap(({ relations }) =>
      relations.map((relation) => relation.edge.key),
    );
    expect(keys).not.toContain('5');
  });
});

describe('the edges of one pair', () => {
  it('are put in the order of time in both directions, those without a date last', () => {
    const edges = [
      edge('none', 'a', 'b'),
      edge('late', 'b', 'a', 'SUPPORTS', { since: '2025-12-01' }),
      edge('early', 'a', 'b', 'SUPPORTS', { statedOn: '2025-12' }),
      edge('other', 'a', 'c'),
    ];
    expect(parallelEdges(edges, edge('x', 'a', 'b')).map(({ key }) => key)).toEqual([
      'early',
      'late',
      'none',
    ]);
    expect([...edges].sort(byTime)[0]?.key).toBe('early');
  });

  it('have a year that is written as a number among the dates that are text', () => {
    const edges = [
      edge('month', 'a', 'b', 'SUPPORTS', { since: '2010-05' }),
      edge('later', 'a', 'b', 'SUPPORTS', { since: 2011 }),
      edge('none', 'a', 'b', 'SUPPORTS', { since: 7 }),
      edge('year', 'a', 'b', 'SUPPORTS', { since: 2010 }),
      edge('before', 'a', 'b', 'SUPPORTS', { statedOn: '2009-12-31' }),
    ];
    expect(edges.sort(byTime).map(({ key }) => key)).toEqual(['before', 'year', 'month', 'later', 'none']);
  });

  it('have the year 9999 as a date, and what cannot be read as none', () => {
    const edges = [
      edge('none', 'a', 'b'),
      edge('german', 'a', 'b', 'SUPPORTS', { since: '07.10.2025' }),
      edge('said', 'a', 'b', 'SUPPORTS', { since: 'soon', statedOn: '2025' }),
      edge('last', 'a', 'b', 'SUPPORTS', { until: '9999-12-31' }),
      edge('forever', 'a', 'b', 'SUPPORTS', { until: 9999 }),
    ];
    expect(edges.sort(byTime).map(({ key }) => key)).toEqual(['said', 'forever', 'last', 'german', 'none']);
  });
});
