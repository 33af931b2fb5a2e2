import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boxBetween, isInside } from '../../../../server/core/geometry/area.ts';

const at = fc.record({ x: fc.integer({ min: -50, max: 50 }), y: fc.integer({ min: -50, max: 50 }) });

describe('an area', () => {
  it('that is a box holds what is between its corners, however it was drawn', () => {
    fc.assert(
      fc.property(at, at, at, (from, to, { x, y }) => {
        const off = { x: x + 0.5, y: y + 0.5 };
        const within =
          off.x > Math.min(from.x, to.x) &&
          off.x < Math.max(from.x, to.x) &&
          off.y > Math.min(from.y, to.y) &&
          off.y < Math.max(from.y, to.y);
        expect(isInside(off, boxBetween(from, to))).toBe(within);
      }),
    );
  });

  it('that is a line drawn round leaves out what lies in its bay', () => {
    const horseshoe = [
      { x: 0, y: 0 },
      { x: 9, y: 0 },
      { x: 9, y: 9 },
      { x: 6, y: 9 },
      { x: 6, y: 3 },
      { x: 3, y: 3 },
      { x: 3, y: 9 },
      { x: 0, y: 9 },
    ];
    expect(isInside({ x: 1, y: 6 }, horseshoe)).toBe(true);
    expect(isInside({ x: 4.5, y: 6 }, horseshoe)).toBe(false);
    expect(isInside({ x: 7, y: 6 }, horseshoe)).toBe(true);
  });

  it('of a point or a line holds nothing', () => {
    fc.assert(
      fc.property(at, at, at, (point, from, to) => {
        expect(isInside(point, [])).toBe(false);
        expect(isInside(point, [from])).toBe(false);
        expect(isInside(point, [from, to])).toBe(false);
      }),
    );
  });
});
