import { describe, expect, it } from 'vitest';
import { periodsOf, seriesOfGraph } from '../../../../../server/core/measures/balance/series.ts';
import { edge, graphOf, node } from '../../../../client/state/world.ts';

const actors = ['a', 'b', 'c'].map((key) => node(key, 'Actor'));
const graph = graphOf(
  [...actors, node('plan', 'Issue')],
  [
    edge('1', 'a', 'plan', 'SUPPORTS', { statedOn: '2025-01-10' }),
    edge('2', 'b', 'plan', 'OPPOSES', { since: '2025-01', until: '2025-02' }),
    edge('3', 'b', 'plan', 'SUPPORTS', { since: '2025-03' }),
    edge('4', 'c', 'plan', 'SUPPORTS', { since: '2025-03' }),
  ],
);

describe('the series of a graph', () => {
  it('runs by month from the first beginning to the last, and by year where that is too long', () => {
    expect(periodsOf(graph).map(({ from }) => from)).toEqual(['2025-01', '2025-02', '2025-03']);
    expect(periodsOf(graph, 2)).toEqual([{ from: '2025', to: '2025' }]);
    expect(periodsOf(graphOf(actors))).toEqual([]);
  });

  it('begins with a year that is written as a number', () => {
    const numbered = edge('5', 'a', 'plan', 'SUPPORTS', { since: 2023 });
    const dated = graphOf(graph.nodes, [...graph.edges, numbered]);
    expect(periodsOf(dated, 3).map(({ from }) => from)).toEqual(['2023', '2024', '2025']);
  });

  it('derives agreement anew in each period, and tells what turned and who is new', async () => {
    const series = await seriesOfGraph(graph, periodsOf(graph), { network: 'agreement' });
    expect(series.map(({ positive, negative }) => [positive, negative])).toEqual([
      [0, 1],
      [0, 1],
      [3, 0],
    ]);
    expect(series[2]?.flipped).toEqual([['a', 'b']]);
    expect(series[2]?.newcomers).toEqual(['c']);
    expect(series[1]).toMatchObject({ flipped: [], begun: [], ended: [], newcomers: [] });
  });

  it('has no direct stances where there are only stands on issues', async () => {
    const series = await seriesOfGraph(graph, periodsOf(graph), { network: 'direct' });
    expect(series.every(({ positive, negative }) => positive + negative === 0)).toBe(true);
  });

  it('measures each window and names what flipped, ended, began and who is new', async () => {
    const dated = graphOf(
      ['a', 'b', 'c', 'd'].map((key) => node(key, 'Actor')),
      [
        edge('1', 'a', 'b', 'SUPPORTS', { since: '2024' }),
        edge('2', 'b', 'c', 'SUPPORTS', { until: '2024-12' }),
        edge('3', 'a', 'c', 'OPPOSES', { since: '2024', until: '2025-05-31' }),
        edge('4', 'a', 'c', 'SUPPORTS', { since: '2025-06' }),
        edge('5', 'c', 'd', 'SUPPORTS', { since: '2025-07-01' }),
      ],
    );
    const windows = ['2024', '2025-01', '2025-07'].map((date) => ({ from: date, to: date }));
    const [first, second, third] = await seriesOfGraph(dated, windows, { network: 'direct' });
    expect(first).toMatchObject({
      positive: 2,
      negative: 1,
      balance: 0,
      frustration: { lower: 1, upper: 1 },
    });
    expect([first?.newcomers, first?.begun]).toEqual([[], []]);
    expect(second).toMatchObject({ positive: 1, negative: 1, balance: null, flipped: [] });
    expect(second?.ended).toEqual([['b', 'c']]);
    expect(third).toMatchObject({ flipped: [['a', 'c']], begun: [['c', 'd']], ended: [], newcomers: ['d'] });
  });
});
