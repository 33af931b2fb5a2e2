import { describe, expect, it } from 'vitest';
import { agreementPairs, attendancePairs } from '../../../../../server/core/measures/blocs/pairs.ts';
import { tablesOf } from '../../../../../server/core/measures/tables.ts';
import { edge, graphOf, node } from '../../../../client/state/world.ts';

const tables = tablesOf(
  graphOf(
    [
      ...['a', 'b', 'c'].map((key) => node(key, 'Actor')),
      node('p', 'Issue'),
      node('q', 'Issue'),
      node('m', 'Event'),
    ],
    [
      edge('1', 'a', 'p'),
      edge('2', 'b', 'p'),
      edge('3', 'a', 'q'),
      edge('4', 'b', 'q', 'OPPOSES'),
      edge('5', 'c', 'q', 'OPPOSES'),
      edge('6', 'a', 'm', 'ATTENDS'),
      edge('7', 'b', 'm', 'ATTENDS'),
      edge('8', 'c', 'm', 'ABSENT_FROM'),
    ],
  ),
);

describe('pairs', () => {
  it('list agreement in all its forms, those that share most issues first', () => {
    expect(agreementPairs(tables, 10)).toEqual({
      total: 3,
      pairs: [
        { source: 'a', target: 'b', congruence: 1, conflict: 1, subtract: 0, normalised: 0 },
        { source: 'a', target: 'c', congruence: 0, conflict: 1, subtract: -1, normalised: -1 / 1.5 },
        { source: 'b', target: 'c', congruence: 1, conflict: 0, subtract: 1, normalised: 1 / 1.5 },
      ],
    });
  });

  it('tell how many there are when they list fewer', () => {
    const { total, pairs } = agreementPairs(tables, 1);
    expect([total, pairs.length]).toEqual([3, 1]);
  });

  it('list shared attendance with its events, and absences apart', () => {
    expect(attendancePairs(tables, tables.attendances, 10)).toEqual({
      total: 1,
      pairs: [{ source: 'a', target: 'b', weight: 1, events: ['m'] }],
    });
    expect(attendancePairs(tables, tables.absences, 10)).toEqual({ total: 0, pairs: [] });
  });
});
