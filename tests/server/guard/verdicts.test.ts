import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Verdicts } from '../../../server/guard/verdicts.ts';

describe('remembered verdicts', () => {
  it('never take more than they may, whatever is asked', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat({ max: 30 }), fc.nat({ max: 200 }))), (asked) => {
        const verdicts = new Verdicts<string>(500);
        const kept = new Map<string, string>();
        for (const [text, length] of asked) {
          verdicts.set(String(text), 'v'.repeat(length));
          kept.set(String(text), 'v'.repeat(length));
          expect(verdicts.size).toBeLessThanOrEqual(500);
        }
        let size = 0;
        for (const [text, verdict] of kept) {
          const known = verdicts.get(text);
          if (known === undefined) continue;
          expect(known).toBe(verdict);
          size += text.length + verdict.length + 2;
        }
        expect(verdicts.size).toBe(size);
      }),
    );
  });

  it('forget the least recently asked first, and nothing for what is too large by itself', () => {
    const verdicts = new Verdicts<string>(100);
    for (const text of ['a', 'b', 'c']) verdicts.set(text, 'v'.repeat(27));
    expect(verdicts.get('a')).toBeDefined();
    verdicts.set('large', 'v'.repeat(101));
    expect(verdicts.get('large')).toBeUndefined();
    verdicts.set('d', 'v'.repeat(27));
    expect(['a', 'b', 'c', 'd'].filter((text) => verdicts.get(text) !== undefined)).toEqual(['a', 'c', 'd']);
  });
});
