import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { besideOthers } from '../../../../server/core/layout/beside.ts';
import { layOut } from '../../../../server/core/layout/layout.ts';
import { placeNewNodes } from '../../../../server/core/layout/place-new-nodes.ts';
import type { Graph } from '../../../../server/core/model/graph.ts';
import { largeGraph, storyGraph } from '../../../client/fixtures/story.ts';
import { anyGraph } from './arbitrary.ts';
import { overlapping } from './overlapping.ts';

const options = { numRuns: 40 };
const seed = fc.integer({ min: 0, max: 2 ** 31 - 1 });

function partOf(graph: Graph, keys: ReadonlySet<string>): Graph {
  return {
    ...graph,
    nodes: graph.nodes.filter(({ key }) => keys.has(key)),
    edges: graph.edges.filter(({ source, target }) => keys.has(source) && keys.has(target)),
  };
}

describe('a force layout', () => {
  test('depends on graph and seed alone, not on the order of nodes and edges', () => {
    fc.assert(
      fc.property(anyGraph, seed, fc.infiniteStream(fc.nat()), (graph, from, ranks) => {
        const shuffled = <T>(items: readonly T[]) =>
          items
            .map((item) => [ranks.next().value as number, item] as const)
            .sort(([a], [b]) => a - b)
            .map(([, item]) => item);
        const other = { ...graph, nodes: shuffled(graph.nodes), edges: shuffled(graph.edges) };
        expect(layOut(other, { seed: from })).toEqual(layOut(graph, { seed: from }));
      }),
      options,
    );
  });

  test('leaves every node and its label room of their own', () => {
    fc.assert(
      fc.property(anyGraph, seed, (graph, from) => {
        const positions = layOut(graph, { seed: from });
        expect(positions.size).toBe(graph.nodes.length);
        expect(overlapping(graph, positions)).toEqual([]);
      }),
      options,
    );
  });

  test('differs from seed to seed', () => {
    const graph = storyGraph();
    expect(layOut(graph, { seed: 1 })).not.toEqual(layOut(graph, { seed: 2 }));
  });

  test('is a landscape about its middle that keeps unconnected nodes near', () => {
    const positions = [...layOut(storyGraph(), {}).values()];
    const [xs, ys] = [positions.map(({ x }) => x), positions.map(({ y }) => y)];
    const [width, height] = [Math.max(...xs) - Math.min(...xs), Math.max(...ys) - Math.min(...ys)];
    expect(width / height).toBeGreaterThan(1);
    expect(width).toBeLessThan(1600);
    expect(Math.max(...xs) + Math.min(...xs)).toBeCloseTo(0, 0);
  });

  test('tells how much is done, up to all of it', () => {
    const done: number[] = [];
    layOut(largeGraph(400, 900), {}, (share) => done.push(share));
    expect(done.length).toBeGreaterThan(3);
    expect(done).toEqual([...done].sort((a, b) => a - b));
    expect(done.at(-1)).toBe(1);
  });

  test('of no node is empty', () => {
    expect(layOut({ nodes: [], edges: [] }, {}).size).toBe(0);
  });
});

test('a circle layout puts every node at the same distance from the middle', () => {
  const distances = [...layOut(storyGraph(), { layout: 'circle' }).values()].map(({ x, y }) =>
    Math.hypot(x, y),
  );
  expect(Math.max(...distances) - Math.min(...distances)).toBeLessThan(20);
});

describe('placing new nodes', () => {
  test('never moves a node that has a position, and overlaps none', () => {
    fc.assert(
      fc.property(anyGraph, fc.nat(), seed, (graph, cut, from) => {
        const kept = { ...graph, nodes: graph.nodes.slice(0, cut % (graph.nodes.length + 1)) };
        const keys = new Set(kept.nodes.map(({ key }) => key));
        kept.edges = graph.edges.filter(({ source, target }) => keys.has(source) && keys.has(target));
        // With the degrees the nodes are going to have: their room may not shrink by what is added.
        const before = new Map([...layOut(graph, { seed: from })].filter(([key]) => keys.has(key)));
        const after = placeNewNodes(before, graph, from);
        for (const [key, position] of before) expect(after.get(key)).toEqual(position);
        expect(after.size).toBe(graph.nodes.length);
        expect(overlapping(graph, after)).toEqual([]);
      }),
      options,
    );
  });

  test('move no node and cover none, however the picture grows and shrinks and comes back', () => {
    const steps = fc.array(fc.array(fc.nat(24), { minLength: 1, maxLength: 8 }), {
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(anyGraph, seed, steps, (graph, from, turns) => {
        let positions: Map<string, { x: number; y: number }> = new Map();
        let chosen = new Set<string>();
        const seen: [shown: ReadonlySet<string>, positions: typeof positions][] = [];
        for (const turn of turns) {
          // Nodes come, by an addition or an expansion, and go, by hiding or collapsing.
          for (const at of turn) {
            const { key } = graph.nodes[at % graph.nodes.length] ?? { key: '' };
            chosen = chosen.has(key)
              ? new Set([...chosen].filter((other) => other !== key))
              : chosen.add(key);
          }
          const part = partOf(graph, chosen);
          const next = placeNewNodes(positions, part, from);
          for (const [key, position] of positions) expect(next.get(key)).toEqual(position);
          positions = next;
          seen.push([new Set(chosen), next]);
        }
        // Undo: every picture before is as it was.
        for (const [shown, before] of seen.reverse()) {
          const after = placeNewNodes(positions, partOf(graph, shown), from);
          expect(after).toEqual(positions);
          for (const key of shown) expect(after.get(key)).toEqual(before.get(key));
        }
      }),
      options,
    );
  });

  test('starts a new picture beside the places of another, which can then come back', () => {
    fc.assert(
      fc.property(anyGraph, anyGraph, seed, (one, other, from) => {
        const before = layOut(one, { seed: from });
        const layout = layOut(other, { seed: from });
        const beside = besideOthers(layout, before);
        const [[first, start] = ['', { x: 0, y: 0 }]] = layout;
        const shift = beside.get(first) ?? start;
        for (const [key, { x, y }] of layout) {
          expect(beside.get(key)?.x).toBeCloseTo(x + shift.x - start.x, 6);
          expect(beside.get(key)?.y).toBeCloseTo(y + shift.y - start.y, 6);
        }
        for (const at of beside.values())
          for (const there of before.values())
            expect(Math.abs(at.x - there.x) >= 50 || Math.abs(at.y - there.y) >= 25).toBe(true);
      }),
      options,
    );
  });

  test('keeps the places of nodes that are no longer in the graph', () => {
    const graph = storyGraph();
    const gone = new Map([['left long ago', { x: 4000, y: 1 }]]);
    expect(placeNewNodes(gone, graph).get('left long ago')).toEqual({ x: 4000, y: 1 });
  });

  test('puts a new node near the one it is connected to', () => {
    const graph = storyGraph();
    const all = layOut(graph, {});
    const { source, target } = graph.edges.find((each) => each.attributes.type === 'LEADS') ?? {
      source: '',
      target: '',
    };
    all.delete(source);
    const after = placeNewNodes(all, graph);
    const [placed, neighbour] = [after.get(source), after.get(target)];
    expect(
      Math.hypot((placed?.x ?? 0) - (neighbour?.x ?? 0), (placed?.y ?? 0) - (neighbour?.y ?? 0)),
    ).toBeLessThan(600);
  });
});
