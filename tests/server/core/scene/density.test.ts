import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { THEMES } from '../../../../server/core/looks/theme.ts';
import { lineOpacity, opacityOf } from '../../../../server/core/scene/density.ts';
import { PALER } from '../../../../server/core/scene/legend.ts';
import { overviewOf } from '../../../../server/core/scene/overview.ts';
import { drawEdges } from '../../../../server/core/svg/draw-edges.ts';
import { drawLegendPicture } from '../../../../server/core/svg/legend-picture.ts';
import { drawPicture } from '../../../../server/core/svg/picture.ts';
import { sceneOf } from '../../../../server/core/svg/scene.ts';
import { largeGraph } from '../../../client/fixtures/story.ts';

const dense = largeGraph(270, 14_000);
const positions = new Map(
  dense.nodes.map(({ key }, at) => {
    const [turn, far] = [at * 2.4, 24 * Math.sqrt(at)];
    return [key, { x: far * Math.cos(turn), y: far * Math.sin(turn) }];
  }),
);
const firstEdges = (count: number) => ({ ...dense, edges: dense.edges.slice(0, count) });

describe('the lines of a plain picture', () => {
  it('are full where they are few, and the paler the more of them there are, but never lost', () => {
    const opacities = [1800, 2500, 5000, 10_000, 14_000].map((count) =>
      opacityOf(firstEdges(count), positions),
    );
    expect(opacities[0]).toBe(1);
    expect(opacities).toEqual([...opacities].sort((a, b) => b - a));
    expect(opacities.at(-1)).toBeLessThan(0.25);
    expect(opacities.at(-1)).toBeGreaterThanOrEqual(0.04);
  });

  it('are as pale however large the layout is, wherever it lies, and whichever way edges lead', () => {
    const points = fc.array(fc.tuple(fc.nat(100), fc.nat(100)), { minLength: 3, maxLength: 9 });
    fc.assert(
      fc.property(points, fc.integer({ min: 1, max: 64 }), fc.nat(50), (places, larger, aside) => {
        const pairs = places.flatMap((_, from) =>
          Array.from({ length: 900 }, (_, at) => [from, at % places.length]),
        );
        const at = (axis: 0 | 1, by = 1, off = 0) =>
          Float32Array.from(places, (place) => place[axis] * by + off);
        const ends = Uint32Array.from(pairs.flat());
        const opacity = lineOpacity({ x: at(0), y: at(1), ends });
        const moved = { x: at(0, larger, aside), y: at(1, larger), ends: ends.slice().reverse() };
        expect(lineOpacity(moved)).toBeCloseTo(opacity, 5);
      }),
    );
  });

  it('have one opacity on the canvas, in markup and in the legend, but for what is selected', () => {
    const opacity = opacityOf(dense, positions);
    expect(overviewOf(dense, {}, positions).opacity).toBeCloseTo(opacity, 6);
    const frame = { size: { width: 1440, height: 900 }, insets: { top: 0, right: 0, bottom: 0, left: 0 } };
    const scene = sceneOf({ graph: dense, positions, view: { select: ['e1'] }, ...frame });
    const near = { ...frame, view: { camera: { x: 0, y: 0, ratio: 0.1 } } };
    expect(sceneOf({ graph: dense, positions, ...near }).opacity).toBe(scene.opacity);
    const markup = drawEdges(scene, THEMES.light);
    expect(markup).toMatch(/^<g stroke-opacity="0\.\d+">/);
    expect(markup.indexOf('data-key="e1"')).toBeGreaterThan(markup.lastIndexOf('</g></g>'));
    const legend = (graph: typeof dense) =>
      drawPicture({
        ...{ graph, positions, view: {}, width: 1440, height: 900 },
        theme: 'light',
        legend: true,
      }).svg;
    expect(legend(dense)).toContain(PALER.title);
    expect(legend(firstEdges(1800))).not.toContain(PALER.title);
    expect(drawLegendPicture({ graph: dense, positions, view: {}, width: 900, theme: 'dark' })).toContain(
      PALER.title,
    );
  });
});
