import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateText, isPartialDate, readDate, spanOf } from '../../../../server/core/model/dates.ts';

const day = fc
  .date({ min: new Date('1000-01-01'), max: new Date('9998-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('a partial date', () => {
  it('is a year, a month or a day that the calendar has', () => {
    fc.assert(
      fc.property(day, (text) => {
        expect([text, text.slice(0, 7), text.slice(0, 4)].every(isPartialDate)).toBe(true);
      }),
    );
  });

  it.each(['2025-13', '2025-02-30', '2025-00', '25', '2025-1', '2025-10-07T00:00', '', 'soon', '2025-10-7'])(
    'is not %j',
    (text) => {
      expect(isPartialDate(text)).toBe(false);
    },
  );

  it('is also a year that is written as a number, and no other number', () => {
    expect([2010, 1000, 9999, '2010-05', 'in spring'].map(dateText)).toEqual([
      ...['2010', '1000', '9999', '2010-05', 'in spring'],
    ]);
    expect([999, 10_000, 2010.5, Number.NaN, true, null, undefined, '', [2010]].map(dateText)).toEqual(
      Array(9).fill(undefined),
    );
  });

  it('is read from a time and from a year of any kind, and from nothing else', () => {
    fc.assert(
      fc.property(day, (text) => {
        expect([text, text.slice(0, 7), text.slice(0, 4)].map(readDate)).toEqual([
          ...[text, text.slice(0, 7), text.slice(0, 4)],
        ]);
        expect([`${text}T23:59:59.05Z`, `${text} 08:30`].map(readDate)).toEqual([text, text]);
        expect(readDate(Number(text.slice(0, 4)))).toBe(text.slice(0, 4));
      }),
    );
    expect(readDate('2010.0')).toBe('2010');
    fc.assert(
      fc.property(fc.nat(9999), fc.nat(13), fc.nat(32), (year, month, of) => {
        const text = [
          String(year).padStart(4, '0'),
          ...[month, of].map((part) => String(part).padStart(2, '0')),
        ];
        expect(readDate(text.join('-')) !== undefined).toBe(isPartialDate(text.join('-')));
      }),
    );
    const others = ['abc', '', '7', '07.10.2025', '2025-13', '2025-10-7', '2025-10-40', 7, 20251007, 2010.5];
    expect([...others, true, [], ['2025'], {}, null, undefined].map(readDate)).toEqual(
      Array(others.length + 6).fill(undefined),
    );
  });

  it('spans every day it may mean and no other', () => {
    fc.assert(
      fc.property(day, fc.constantFrom(4, 7, 10), (text, length) => {
        const partial = text.slice(0, length);
        const { first, last } = spanOf(partial);
        expect(first <= text && text <= last).toBe(true);
        expect(isPartialDate(first) && isPartialDate(last)).toBe(true);
        expect(first.startsWith(partial) && last.startsWith(partial)).toBe(true);
        const after = new Date(Date.parse(last) + 86_400_000).toISOString();
        expect(after.startsWith(partial)).toBe(false);
      }),
    );
  });
});
