import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { next, rangeOf, slotsOf, whenOf, within } from '../../../../client/state/time/timeline.ts';
import { signOf } from '../../../../server/core/model/style.ts';

const bin = (date: string, types: Record<string, number>) => ({
  date,
  types,
  total: Object.values(types).reduce((sum, count) => sum + count, 0),
});

describe('the timeline', () => {
  it('loses no edge, whatever the dates', () => {
    const month = fc.tuple(fc.integer({ min: 1990, max: 2030 }), fc.integer({ min: 1, max: 12 }));
    const dates = fc.uniqueArray(month, { selector: ([year, at]) => year * 12 + at });
    fc.assert(
      fc.property(dates, fc.integer({ min: 1, max: 9 }), (months, count) => {
        const bins = months.map(([year, at]) =>
          bin(`${year}-${String(at).padStart(2, '0')}`, { SUPPORTS: count, OPPOSES: 1, OTHER: 2 }),
        );
        const slots = slotsOf(bins, signOf).flatMap((slot) => ('gap' in slot ? [] : [slot]));
        const sum = slots.reduce((all, slot) => all + slot.support + slot.opposition + slot.other, 0);
        expect(sum).toBe(bins.length * (count + 3));
        expect(slots.map(({ date }) => date)).toEqual([...slots.map(({ date }) => date)].sort());
      }),
    );
  });

  it('fills short runs of nothing and breaks the axis at long ones', () => {
    const slots = slotsOf([bin('2025-01', {}), bin('2025-03', {}), bin('2025-12', {})], signOf);
    expect(slots.map((slot) => ('gap' in slot ? '…' : slot.date))).toEqual([
      '2025-01',
      '2025-02',
      '2025-03',
      '…',
      '2025-12',
    ]);
  });

  it('steps over the ends of months and years', () => {
    expect([next('2025'), next('2025-12'), next('2024-02-28'), next('2025-02-28')]).toEqual([
      '2026',
      '2026-01',
      '2024-02-29',
      '2025-03-01',
    ]);
  });

  it('tells whether a month lies in a range of coarser or finer dates', () => {
    expect(within('2025-10', '2025', undefined)).toBe(true);
    expect(within('2025-10', '2025-11', undefined)).toBe(false);
    expect(within('2025-10', undefined, '2025-10-07')).toBe(true);
    expect(within('2025-10', undefined, '2024')).toBe(false);
  });

  it('takes dates for when edges held, but in an older link, whose range goes on meaning what it did', () => {
    expect(whenOf({})).toBe('held');
    expect(whenOf({ when: 'said' })).toBe('said');
    expect(whenOf({ to: '2024' })).toBeUndefined();
    expect(rangeOf({}, '2024', undefined)).toEqual({ from: '2024', to: undefined, when: 'held' });
    expect(rangeOf({ to: '2024' }, undefined, '2025')).toEqual({
      from: undefined,
      to: '2025',
      when: undefined,
    });
    expect(rangeOf({ to: '2024', when: 'held' }, undefined, undefined).when).toBeUndefined();
  });
});
