import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { halfPlanesOf } from '../../../../server/core/looks/half-planes.ts';
import { distanceToShape } from '../../../../server/core/looks/hit.ts';
import { SHAPES } from '../../../../server/core/looks/look.ts';
import { cornersOf, reachOf } from '../../../../server/core/looks/shapes.ts';
import type { Shape } from '../../../../server/core/model/style.ts';

type Cornered = Exclude<Shape, 'circle'>;
const CORNERED = SHAPES.filter((shape): shape is Cornered => shape !== 'circle');

/** How far a point is from a shape of radius 1, as the picture's shaders tell it: it is folded first. */
function foldedDistance(shape: Cornered, x: number, y: number): number {
  const { sectors, angle, sides } = halfPlanesOf(shape);
  const sector = (2 * Math.PI) / sectors;
  const turn = Math.atan2(x, -y) - angle + sector / 2;
  const folded = turn - sector * Math.floor(turn / sector) - sector / 2;
  const [along, off] = [Math.hypot(x, y) * Math.cos(folded), Math.hypot(x, y) * Math.abs(Math.sin(folded))];
  return Math.max(
    ...sides.map(([normalX, normalY, at]) => normalX * along + normalY * off - at * reachOf(shape)),
  );
}

const coordinate = fc.double({ min: -3, max: 3, noNaN: true });

describe.each(CORNERED)('the half-planes of the %s', (shape) => {
  it('hold the same points as its outline', () => {
    fc.assert(
      fc.property(coordinate, coordinate, (x, y) => {
        const distance = distanceToShape(shape, x, y);
        fc.pre(Math.abs(distance) > 1e-9);
        expect(Math.sign(foldedDistance(shape, x, y))).toBe(Math.sign(distance));
      }),
    );
  });

  it('are as far away as a side is from a point beside its middle', () => {
    const corners = cornersOf(shape) ?? [];
    corners.forEach(([toX, toY], at) => {
      const [fromX, fromY] = corners.at(at - 1) ?? [0, 0];
      const length = Math.hypot(toX - fromX, toY - fromY);
      const [outX, outY] = [(toY - fromY) / length, (fromX - toX) / length];
      const [x, y] = [(fromX + toX) / 2 + 0.01 * outX, (fromY + toY) / 2 + 0.01 * outY];
      expect(foldedDistance(shape, x, y)).toBeCloseTo(0.01, 9);
    });
  });

  it('are two at most, which is what a shader has room for', () => {
    expect(halfPlanesOf(shape).sides.length).toBeGreaterThan(0);
    expect(halfPlanesOf(shape).sides.length).toBeLessThanOrEqual(2);
  });
});
