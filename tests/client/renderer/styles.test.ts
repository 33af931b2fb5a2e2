import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emphasisIn } from '../../../client/renderer/emphasis/emphasis.ts';
import { type Appearance, edgeStyle, LINE_UNITS, nodeStyle } from '../../../client/renderer/sigma/styles.ts';
import { itemScale } from '../../../server/core/geometry/frame.ts';
import { dashesOf, PATTERN_NAMES, reachOf, SHAPES } from '../../../server/core/looks/look.ts';
import { THEMES } from '../../../server/core/looks/theme.ts';
import { isPlain, LEAST_LINE, MOST_RICH } from '../../../server/core/looks/weights.ts';
import type { Graph } from '../../../server/core/model/graph.ts';
import { buildGraph } from '../../../server/core/scene/build.ts';
import { drawEdges } from '../../../server/core/svg/draw-edges.ts';
import { drawNodes } from '../../../server/core/svg/draw-nodes.ts';
import { sceneOf } from '../../../server/core/svg/scene.ts';
import { anyGraph } from '../../server/core/layout/arbitrary.ts';
import { edge, largeGraph, node, storyGraph } from '../fixtures/story.ts';

/** A graph as the canvas draws it and as the markup of a picture has it, in the same theme and selection. */
function both(graph: Graph, theme: 'light' | 'dark', select: string[]) {
  const grid = ({ key }: { key: string }, at: number) => [key, { x: (at % 9) * 90, y: at * 11 }] as const;
  const [positions, plain] = [new Map(graph.nodes.map(grid)), isPlain(graph)];
  const size = { width: 1000, height: 700 };
  const insets = { top: 0, right: 0, bottom: 0, left: 0 };
  const scene = sceneOf({ graph, positions, view: { select }, size, insets });
  const drawn = buildGraph(graph, {}, positions);
  const appearance: Appearance = {
    ...{
      theme: THEMES[theme],
      selected: new Set(select),
      fade: 1,
      plain,
      titles: [],
      textSize: undefined,
      unit: 1,
    },
    emphasis: emphasisIn(drawn, { hovered: undefined, path: undefined, view: { select } }),
  };
  const items = itemScale(scene.framing.scale, plain);
  return { scene, appearance, items, drawn, theme: THEMES[theme] };
}

function compare(graph: Graph, theme: 'light' | 'dark', select: string[]): void {
  const { scene, appearance, items, drawn, theme: colours } = both(graph, theme, select);
  for (const each of scene.edges) {
    const style = edgeStyle(appearance, each.key, drawn.getEdgeAttributes(each.key));
    const markup = drawEdges({ ...scene, edges: [each] }, colours);
    const width = Math.max(LEAST_LINE, (style.size / LINE_UNITS) * items);
    const rounded = String(Math.round(width * 100) / 100);
    expect(each.path.curvature).toBe(style.curvature);
    const radius = each.source.radius * reachOf(each.source.shape);
    expect(each.path.loop ?? 0).toBeCloseTo(style.loop * radius, 6);
    expect(/ stroke="(#\w+)"/.exec(markup)?.[1]).toBe(style.color);
    expect(/ stroke-width="([\d.]+)"/.exec(markup)?.[1]).toBe(rounded);
    // The shader counts in pixels at natural size, see the test of its primitives.
    const dashes = dashesOf(PATTERN_NAMES[style.pattern] ?? 'solid').map((length) => length * items);
    const strokes = / stroke-dasharray="([^"]+)"/.exec(markup)?.[1]?.split(' ') ?? [];
    expect(strokes.map(Number)).toEqual(dashes.map((length) => Math.round(length * 100) / 100));
    if (dashes.length > 0) expect(markup).not.toContain('stroke-linecap');
    expect(markup.includes('class="head"')).toBe(style.head !== 'none');
  }
  for (const each of scene.nodes) {
    const style = nodeStyle(appearance, each.key, drawn.getNodeAttributes(each.key));
    expect(style.size * items).toBeCloseTo(each.radius * reachOf(each.shape), 6);
    expect(SHAPES[style.figure]).toBe(each.shape);
    expect(drawNodes({ ...scene, nodes: [each] }, colours, new Set())).toContain(`fill="${style.color}"`);
  }
}

describe('canvas and exported picture', () => {
  it('draw any graph in the same widths, colours, curves, loops, patterns, heads and shapes', () => {
    fc.assert(
      fc.property(anyGraph, fc.constantFrom('light' as const, 'dark' as const), (graph, theme) =>
        compare(
          graph,
          theme,
          [...graph.edges.slice(0, 2), ...graph.nodes.slice(0, 2)].map(({ key }) => key),
        ),
      ),
      { numRuns: 60 },
    );
    compare(storyGraph(), 'light', ['e1']);
  });

  it('turn plain above the same size', () => {
    const graph = (edges: number) => ({ ...largeGraph(800, edges) });
    expect(both(graph(MOST_RICH - 800), 'light', []).scene.plain).toBe(false);
    expect(both(graph(MOST_RICH - 799), 'light', []).scene.plain).toBe(true);
    expect(MOST_RICH).toBe(2000);
    compare(graph(1300), 'dark', ['e1']);
  });

  it('point at the target by a head, and bend parallel edges to both sides', () => {
    const graph = { ...storyGraph(), nodes: [node('a', 'A'), node('b', 'B')] };
    const edges = [edge('1', 'a', 'b', 'SUPPORTS'), edge('2', 'b', 'a', 'OPPOSES')];
    const { appearance, drawn } = both({ ...graph, edges }, 'light', []);
    const styles = ['1', '2'].map((key) => edgeStyle(appearance, key, drawn.getEdgeAttributes(key)));
    expect(styles.map(({ head }) => head)).toEqual(['arrow', 'arrow']);
    expect(styles.map(({ curvature }) => curvature)).toEqual([-0.11, -0.11]);
    expect(styles.map(({ pattern }) => PATTERN_NAMES[pattern])).toEqual(['solid', 'dashed']);
    expect(styles.map(({ size }) => size)).toEqual([4, 4]);
  });
});
