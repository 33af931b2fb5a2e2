import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { overlap } from '../../../../server/core/geometry/box.ts';
import { groupTitles } from '../../../../server/core/labels/group-titles.ts';
import type { Arrangement } from '../../../../server/core/layout/arrangement.ts';
import { layOutAny } from '../../../../server/core/layout/lay-out-any.ts';
import { withoutCycles } from '../../../../server/core/layout/levels/acyclic.ts';
import { arcsOf } from '../../../../server/core/layout/levels/arcs.ts';
import { layersOf } from '../../../../server/core/layout/levels/layers.ts';
import { networkOf } from '../../../../server/core/layout/network.ts';
import type { Graph } from '../../../../server/core/model/graph.ts';
import { groupsAmong } from '../../../../server/core/model/groups.ts';
import { largeGraph, storyGraph } from '../../../client/fixtures/story.ts';
import { anyGraph } from './arbitrary.ts';
import { overlapping } from './overlapping.ts';

const options = { numRuns: 40 };
const HIERARCHY: Arrangement = { layout: 'hierarchy' };
/** Groups by the last letter of a key, with some in none. */
const inGroups = (graph: Graph): Arrangement => ({
  layout: 'groups',
  groups: new Map(graph.nodes.map(({ key }) => [key, key.at(-1) ?? '']).slice(1) as [string, string][]),
});
const both = (graph: Graph) => [HIERARCHY, inGroups(graph)];

describe('a layout in layers or by groups', () => {
  test('gives every node and its label room of their own', async () => {
    await fc.assert(
      fc.asyncProperty(anyGraph, async (graph) => {
        for (const arrangement of both(graph)) {
          const positions = await layOutAny(graph, arrangement);
          expect(positions.size).toBe(graph.nodes.length);
          expect(overlapping(graph, positions)).toEqual([]);
        }
      }),
      options,
    );
  });

  test('does not depend on the order of nodes and edges', async () => {
    await fc.assert(
      fc.asyncProperty(anyGraph, async (graph) => {
        const turned = { ...graph, nodes: [...graph.nodes].reverse(), edges: [...graph.edges].reverse() };
        for (const arrangement of both(graph))
          expect(await layOutAny(turned, arrangement)).toEqual(await layOutAny(graph, arrangement));
      }),
      options,
    );
  });

  test('keeps the story to what a window can show', async () => {
    const graph = storyGraph();
    for (const arrangement of both(graph)) {
      const positions = [...(await layOutAny(graph, arrangement)).values()];
      const [xs, ys] = [positions.map(({ x }) => x), positions.map(({ y }) => y)];
      const [width, height] = [Math.max(...xs) - Math.min(...xs), Math.max(...ys) - Math.min(...ys)];
      expect(width / height).toBeGreaterThan(0.6);
      expect(width).toBeLessThan(2000);
    }
  });

  test('takes thousands of nodes', async () => {
    const graph = largeGraph(2000, 6000);
    for (const arrangement of both(graph)) expect((await layOutAny(graph, arrangement)).size).toBe(2000);
  });
});

describe('a layout in layers', () => {
  test('leads every edge downwards where no edges go round in a circle', async () => {
    await fc.assert(
      fc.asyncProperty(anyGraph, async (graph) => {
        const order = new Map(graph.nodes.map(({ key }, at) => [key, at]));
        const edges = graph.edges.filter(
          ({ source, target }) => (order.get(source) ?? 0) < (order.get(target) ?? 0),
        );
        const positions = await layOutAny({ ...graph, edges }, HIERARCHY);
        for (const { source, target } of edges)
          expect(positions.get(source)?.y).toBeGreaterThan(positions.get(target)?.y ?? Number.NaN);
      }),
      options,
    );
  });

  test('turns round at most half of the edges of any graph, and leaves no cycle', () => {
    fc.assert(
      fc.property(anyGraph, (graph) => {
        const network = networkOf(graph);
        const arcs = arcsOf(graph, network);
        const turned = withoutCycles(network.keys.length, arcs);
        const layer = layersOf(network.keys.length, turned);
        for (const { from, to } of turned) expect(layer[to]).toBeGreaterThan(layer[from] ?? Infinity);
        expect(Math.min(0, ...layer)).toBe(0);
        const weight = (list: typeof arcs) => list.reduce((sum, { count }) => sum + count, 0);
        const against = arcs.filter((arc, at) => turned[at] !== arc);
        expect(2 * weight(against)).toBeLessThanOrEqual(weight(arcs));
      }),
    );
  });

  test('follows the relationship types it is told, with all others below', async () => {
    const graph = storyGraph();
    const along = [graph.edges[0]?.attributes.type ?? ''];
    const positions = await layOutAny(graph, { ...HIERARCHY, along });
    const led = new Set(
      graph.edges
        .filter(({ attributes }) => along.includes(attributes.type))
        .flatMap(({ source, target }) => [source, target]),
    );
    const y = (wanted: boolean) =>
      [...positions].filter(([key]) => led.has(key) === wanted).map(([, at]) => at.y);
    expect(Math.max(...y(false))).toBeLessThan(Math.min(...y(true)));
  });
});

describe('a layout by groups', () => {
  test('keeps groups apart from each other', async () => {
    await fc.assert(
      fc.asyncProperty(anyGraph, async (graph) => {
        const arrangement = inGroups(graph);
        const positions = await layOutAny(graph, arrangement);
        const boxes = groupsAmong(positions.keys(), arrangement.groups ?? new Map()).map(({ members }) => {
          const at = members.map((key) => positions.get(key) ?? { x: 0, y: 0 });
          const [xs, ys] = [at.map(({ x }) => x), at.map(({ y }) => y)];
          const [left, right] = [Math.min(...xs), Math.max(...xs)];
          const [bottom, top] = [Math.min(...ys), Math.max(...ys)];
          return { x: (left + right) / 2, y: (bottom + top) / 2, width: right - left, height: top - bottom };
        });
        boxes.forEach((box, at) => {
          for (const other of boxes.slice(at + 1)) expect(overlap(box, other)).toBe(false);
        });
      }),
      options,
    );
  });

  test('names the largest group first and those in none last', () => {
    const groups = new Map([
      ['a', 'Few'],
      ['b', 'Many'],
      ['c', 'Many'],
    ]);
    const titles = groupsAmong(['x', 'y', 'z', 'a', 'b', 'c'], groups).map(({ title }) => title);
    expect(titles).toEqual(['Many', 'Few', 'Others or none']);
  });

  test('puts the name of a group over its topmost node and the middle of all', () => {
    const nodes = [
      { key: 'a', x: 0, y: 10, radius: 5 },
      { key: 'b', x: 100, y: 40, radius: 6 },
    ];
    const groups = new Map([
      ['a', 'Both'],
      ['b', 'Both'],
    ]);
    expect(groupTitles(nodes, groups)).toEqual([{ title: 'Both', x: 50, y: 40, radius: 6 }]);
  });
});
