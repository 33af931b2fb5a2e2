import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { binsTaken, columnBins } from '../../../../client/state/table/column-bins.ts';
import { type ColumnFilter, endFault, filtered } from '../../../../client/state/table/column-filter.ts';
import type { Column, ColumnKind } from '../../../../client/state/table/table.ts';

type Row = { value: number | string };
const column = (kind: ColumnKind): Column<Row> => ({ title: 'Any', kind, cell: ({ value }) => value });
const rowsOf = (values: readonly (number | string)[]): Row[] => values.map((value) => ({ value }));
const passing = (kind: ColumnKind, values: readonly (number | string)[], filter: ColumnFilter) =>
  filtered(rowsOf(values), [column(kind)], { Any: filter }).map(({ value }) => value);

const day = fc
  .tuple(
    fc.integer({ min: 1000, max: 2999 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
  )
  .map(([year, ...rest]) => [year, ...rest.map((part) => String(part).padStart(2, '0'))].join('-'));
const partial = fc.tuple(day, fc.constantFrom(4, 7, 10)).map(([date, length]) => date.slice(0, length));
const number = fc.oneof(
  fc.integer({ min: -1e6, max: 1e6 }),
  fc.double({ min: -1e3, max: 1e3, noNaN: true }).map((any) => Math.round(any * 1e6) / 1e6),
);

describe('the filter of a column', () => {
  it('keeps what is in the range, ends included, and nothing that has no value', () => {
    expect(passing('number', [1, 2, 3, ''], { from: '2' })).toEqual([2, 3]);
    expect(passing('number', [1, 2, 3, ''], { from: ' 1.5 ', to: '2' })).toEqual([2]);
    expect(
      passing('date', ['2023', '2024-05', '2024-07-01', '', 'soon'], { from: '2024', to: '2024-06' }),
    ).toEqual(['2024-05']);
    expect(passing('text', ['Émile', 'Otto', ''], { contains: ' emi' })).toEqual(['Émile']);
    expect(passing('number', [1, ''], {})).toEqual([1, '']);
  });

  it('says what to write instead of what is no number or date, and filters by nothing meanwhile', () => {
    expect(endFault('number', 'ten')).toContain('Write a number');
    expect(endFault('date', '2024-13')).toContain('Write 2025');
    expect(endFault('date', ' 2024-12 ')).toBeUndefined();
    expect(passing('number', [1, 2], { from: 'ten' })).toEqual([1, 2]);
  });
});

describe('the histogram over the filter of a column', () => {
  it.each([
    ['number', fc.oneof(number, fc.constantFrom(0, 0.1, 0.3, 0.7)) as fc.Arbitrary<string | number>],
    ['date', partial as fc.Arbitrary<string | number>],
  ] as const)('counts every %s once, in bars that a filter by their ends gives back', (kind, any) => {
    fc.assert(
      fc.property(fc.array(any, { minLength: 2, maxLength: 40 }), (values) => {
        const bins = columnBins(rowsOf(values), column(kind));
        expect(bins.length).toBeLessThanOrEqual(30);
        if (bins.length === 0) return;
        expect(bins.reduce((sum, { count }) => sum + count, 0)).toBe(values.length);
        const whole = passing(kind, values, { from: bins[0]?.from ?? '', to: bins.at(-1)?.to ?? '' });
        expect(whole).toEqual(values);
        for (const [at, { from, to, count }] of bins.entries()) {
          expect(passing(kind, values, { from, to }).length).toBeGreaterThanOrEqual(count);
          const [first, last] = binsTaken(bins, { from, to }, kind);
          expect(first <= at && at <= last).toBe(true);
        }
      }),
    );
  });

  it('draws nothing of numbers that no bars can tell apart', () => {
    for (const values of [[0, 5e-324], [-1.7e308, 1.7e308], [3, 3], ['', 1], []])
      expect(columnBins(rowsOf(values), column('number'))).toEqual([]);
  });

  it('has round ends: whole numbers by themselves, months of a year, decades of centuries', () => {
    const ends = (kind: ColumnKind, values: readonly (number | string)[]) => {
      const bins = columnBins(rowsOf(values), column(kind));
      return [bins.length, bins[0], bins.at(-1)];
    };
    expect(ends('number', [1, 5, 5])).toEqual([
      5,
      { from: '1', to: '1', count: 1 },
      { from: '5', to: '5', count: 2 },
    ]);
    expect(ends('number', [3, 97])[2]).toEqual({ from: '95', to: '99', count: 1 });
    expect(ends('date', ['2024-11', '2025-02-03'])).toEqual([
      4,
      { from: '2024-11', to: '2024-11', count: 1 },
      { from: '2025-02', to: '2025-02', count: 1 },
    ]);
    expect(ends('date', ['1815-06-09', '2024'])[1]).toEqual({ from: '1810', to: '1819', count: 1 });
  });
});
