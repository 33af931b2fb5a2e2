import { describe, expect, it } from 'vitest';
import { distanceToShape } from '../../../../server/core/looks/hit.ts';
import { SHAPES } from '../../../../server/core/looks/look.ts';
import { cornersOf } from '../../../../server/core/looks/shapes.ts';

describe('the distance from a point to a shape', () => {
  it('is that to its radius for a circle', () => {
    expect(distanceToShape('circle', 0, 0)).toBe(-1);
    expect(distanceToShape('circle', 3, 4)).toBe(4);
  });

  it.each(SHAPES)('is negative in the middle of the %s, nothing at its corners, positive beyond', (shape) => {
    expect(distanceToShape(shape, 0, 0)).toBeLessThan(0);
    for (const [x, y] of cornersOf(shape) ?? []) {
      expect(distanceToShape(shape, x, y)).toBeCloseTo(0, 9);
      expect(distanceToShape(shape, 1.1 * x, 1.1 * y)).toBeGreaterThan(0);
    }
  });
});
