import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPartialDate } from '../../../../server/core/model/dates.ts';
import {
  amount,
  dateInWords,
  labelInWords,
  typeAsTitle,
  typeInWords,
} from '../../../../server/core/words/words.ts';

describe('words for people', () => {
  it('writes partial dates as far as they go', () => {
    expect(dateInWords('2025')).toBe('2025');
    expect(dateInWords('2025-10')).toBe('October 2025');
    expect(dateInWords('2025-10-07')).toBe('7 October 2025');
  });

  it('leaves alone what is no date, whatever it is', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        fc.pre(!isPartialDate(text));
        expect(dateInWords(text)).toBe(text);
      }),
    );
    expect(dateInWords('2025-13')).toBe('2025-13');
  });

  it('reads relationship types of any database', () => {
    expect(typeInWords('MEMBER_OF')).toBe('member of');
    expect(typeInWords('actedIn')).toBe('acted in');
    expect(typeAsTitle('ACTED_IN')).toBe('Acted in');
    expect(typeInWords('___')).toBe('___');
  });

  it('names labels by the style table where it has them, else as they are', () => {
    expect(labelInWords('Person')).toBe('People');
    expect(labelInWords('Movie')).toBe('Movie');
    expect(labelInWords('constructor')).toBe('constructor');
    expect(labelInWords('')).toBe('Without label');
  });

  it('counts in the singular and the plural', () => {
    expect([amount(0, 'edge'), amount(1, 'edge'), amount(1204, 'edge')]).toEqual([
      '0 edges',
      '1 edge',
      '1,204 edges',
    ]);
  });
});
