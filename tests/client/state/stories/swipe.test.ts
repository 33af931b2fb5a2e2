import fc from 'fast-check';
import { expect, it } from 'vitest';
import { swipeOf } from '../../../../client/state/stories/swipe.ts';

const point = fc.record({ x: fc.integer({ min: 0, max: 2000 }), y: fc.integer({ min: 0, max: 2000 }) });

it('takes a finger that goes to the left for on and to the right for back, whatever else it does for neither', () => {
  expect(swipeOf({ x: 300, y: 10 }, { x: 200, y: 30 })).toBe('next');
  expect(swipeOf({ x: 200, y: 10 }, { x: 300, y: 30 })).toBe('previous');
  expect(swipeOf({ x: 200, y: 10 }, { x: 230, y: 10 })).toBeUndefined();
  expect(swipeOf({ x: 300, y: 10 }, { x: 200, y: 90 })).toBeUndefined();
});

it('is the other way round for the same way back', () => {
  const other = { next: 'previous', previous: 'next' };
  fc.assert(
    fc.property(point, point, (from, to) => {
      const way = swipeOf(from, to);
      expect(swipeOf(to, from)).toBe(way && other[way]);
    }),
  );
});
