import { describe, expect, it } from 'vitest';
import { TRIADS } from '../../../../client/panels/alliances/balance.tsx';
import { balanceInWords } from '../../../../server/core/measures/balance/triads.ts';

const NUMBERS = { zero: 0, one: 1, two: 2, three: 3 };

describe('the triads of the census', () => {
  it.each(TRIADS)(
    '%s is told by its signs, and is balanced when their product is positive',
    (signs, words) => {
      const ease = balanceInWords(signs);
      const oppositions = [...signs].filter((sign) => sign === '-').length;
      const counted = (noun: string) => {
        const word = new RegExp(`(\\w+) ${noun}`).exec(words)?.[1] ?? 'zero';
        return NUMBERS[word as keyof typeof NUMBERS];
      };
      expect(counted('support')).toBe(3 - oppositions);
      expect(counted('opposition')).toBe(oppositions);
      expect(ease.split(';')[0]).toBe(oppositions % 2 === 0 ? 'balanced' : 'unbalanced');
      // After Davis also three that all oppose each other.
      expect(ease.includes('weakly balanced')).toBe(oppositions === 3);
    },
  );

  it('are all there are', () => {
    expect(TRIADS.map(([signs]) => signs)).toEqual(['+++', '++-', '+--', '---']);
  });
});
