import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distanceToShape } from '../../../client/graph/hit.ts';
import { SHAPES } from '../../../client/graph/look.ts';
import { cornersOf, profileOf } from '../../../client/graph/shapes.ts';
import type { Shape } from '../../../server/contract/style.ts';

/** The distance as the picture's shader tells it: to the profile, onto which the point is folded. */
function shaderDistance(shape: Exclude<Shape, 'circle'>, x: number, y: number): number {
  const { sectors, angle, points } = profileOf(shape);
  const sector = (2 * Math.PI) / sectors;
  const turn = Math.atan2(x, -y) - angle + sector / 2;
  const folded = turn - sector * Math.floor(turn / sector) - sector / 2;
  const [along, off] = [Math.hypot(x, y) * Math.cos(folded), Math.hypot(x, y) * Math.abs(Math.sin(folded))];
  let [least, side] = [Infinity, -1];
  points.slice(1).forEach(([toX, toY], at) => {
    const [fromX, fromY] = points[at] ?? [0, 0];
    const [wayX, wayY, offX, offY] = [toX - fromX, toY - fromY, along - fromX, off - fromY];
    const share = Math.min(1, Math.max(0, (offX * wayX + offY * wayY) / (wayX ** 2 + wayY ** 2)));
    least = Math.min(least, Math.hypot(offX - share * wayX, offY - share * wayY));
    if (wayX * offY < wayY * offX) side = 1;
  });
  return side * least;
}

const coordinate = fc.double({ min: -3, max: 3, noNaN: true });

describe('the distance from a point to a shape', () => {
  it('is that to its radius for a circle', () => {
    expect(distanceToShape('circle', 0, 0)).toBe(-1);
    expect(distanceToShape('circle', 3, 4)).toBe(4);
  });

  it.each(SHAPES.filter((shape) => shape !== 'circle') as Exclude<Shape, 'circle'>[])(
    'is what the shader draws the %s by',
    (shape) => {
      fc.assert(
        fc.property(coordinate, coordinate, (x, y) => {
          expect(distanceToShape(shape, x, y)).toBeCloseTo(shaderDistance(shape, x, y), 6);
        }),
      );
    },
  );

  it.each(SHAPES)('is negative in the middle of the %s, nothing at its corners, positive beyond', (shape) => {
    expect(distanceToShape(shape, 0, 0)).toBeLessThan(0);
    for (const [x, y] of cornersOf(shape) ?? []) {
      expect(distanceToShape(shape, x, y)).toBeCloseTo(0, 9);
      expect(distanceToShape(shape, 1.1 * x, 1.1 * y)).toBeGreaterThan(0);
    }
  });
});
