import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SHAPES } from '../../../../server/core/looks/look.ts';
import { MOST_SHAPES, shapesBy } from '../../../../server/core/looks/node-shapes.ts';
import { anyGraph } from '../layout/arbitrary.ts';

describe('shapes of nodes by a value', () => {
  it('are as many as there are shapes, with true counts, and one for all others', () => {
    fc.assert(
      fc.property(anyGraph, fc.array(fc.nat(14), { minLength: 1, maxLength: 30 }), (graph, list) => {
        const given = graph.nodes.flatMap(({ key }, at): [string, string][] => {
          const value = list[at % list.length] ?? 0;
          return value === 0 ? [] : [[key, `value ${value}`]];
        });
        const values = new Map(given);
        const { shapes, shapeKey } = shapesBy(graph, values, String);
        expect(shapes.size).toBe(graph.nodes.length);
        expect(new Set(shapeKey.map(({ shape }) => shape)).size).toBe(shapeKey.length);
        expect(shapeKey.length).toBeLessThanOrEqual(MOST_SHAPES + 1);
        for (const { shape, count, title } of shapeKey) {
          const having = graph.nodes.filter(({ key }) => shapes.get(key) === shape);
          expect(having.length).toBe(count);
          if (shape !== SHAPES.at(-1)) for (const { key } of having) expect(values.get(key)).toBe(title);
        }
      }),
    );
  });
});
