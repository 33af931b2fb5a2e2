import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { draggedTo, gripAt, type Span } from '../../../../client/state/time/time-brush.ts';

const COUNT = 30;
const place = fc.nat(COUNT - 1);
const spans: fc.Arbitrary<Span> = fc.tuple(place, place).map(([a, b]) => [Math.min(a, b), Math.max(a, b)]);

describe('the brush on the time axis', () => {
  it('takes hold of an end within reach, of the whole between them, and of nothing elsewhere', () => {
    const chosen: Span = [4, 7];
    const grips = [2, 3.8, 4.2, 6, 7.9, 8.1, 9].map((x) => gripAt(x, chosen, 0.3));
    expect(grips).toEqual(['new', 'first', 'first', 'move', 'last', 'last', 'new']);
    expect(gripAt(5, undefined, 0.3)).toBe('new');
  });

  it('takes the nearer end of a range of one narrow place, and moves it by its middle', () => {
    const grips = [3, 4.2, 4.5, 4.8, 6].map((x) => gripAt(x, [4, 4], 2));
    expect(grips).toEqual(['first', 'first', 'move', 'last', 'last']);
  });

  it('moves a range as it is, and never over an end of the axis', () => {
    fc.assert(
      fc.property(spans, place, place, (chosen, from, to) => {
        fc.pre(from !== to);
        const [first, last] = draggedTo('move', chosen, [from, to], COUNT);
        expect(last - first).toBe(chosen[1] - chosen[0]);
        expect(first).toBeGreaterThanOrEqual(0);
        expect(last).toBeLessThan(COUNT);
        expect(Math.sign(first - chosen[0]) * Math.sign(to - from)).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('pulls one end and keeps the other, also past it', () => {
    fc.assert(
      fc.property(spans, place, place, (chosen, from, to) => {
        expect(draggedTo('first', chosen, [from, to], COUNT)).toContain(chosen[1]);
        expect(draggedTo('last', chosen, [from, to], COUNT)).toContain(chosen[0]);
        for (const grip of ['first', 'last'] as const)
          expect(draggedTo(grip, chosen, [from, to], COUNT)).toContain(to);
      }),
    );
  });

  it('chooses one place by a click inside of a range, and a new range from outside', () => {
    expect(draggedTo('move', [2, 9], [5, 5], COUNT)).toEqual([5, 5]);
    expect(draggedTo('new', [2, 9], [20, 12], COUNT)).toEqual([12, 20]);
    expect(draggedTo('new', undefined, [3, 3], COUNT)).toEqual([3, 3]);
  });
});
