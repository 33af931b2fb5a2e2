import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonPieces } from '../../../../server/core/formats/json-pieces.ts';

describe('JSON in pieces', () => {
  it('is what JSON.stringify gives, in pieces that do not grow with the lists', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.nat({ max: 2_000 }), (value, length) => {
        const whole = { ...value, list: Array(length).fill({ a: 1 }), nothing: undefined };
        const pieces = [...jsonPieces(whole)];
        expect(pieces.join('')).toBe(JSON.stringify(whole));
        expect(pieces.length).toBeGreaterThan(length / 250);
      }),
      { numRuns: 50 },
    );
    expect([...jsonPieces({})].join('')).toBe('{}');
  });
});
