import fc from 'fast-check';
import { MultiDirectedGraph } from 'graphology';
import { describe, expect, it } from 'vitest';
import { pointOn } from '../../../../server/core/geometry/geometry.ts';
import type { GraphEdge } from '../../../../server/core/model/graph.ts';
import { drawnLines, MOST_APART, pathOf } from '../../../../server/core/scene/bends.ts';
import { addEdges, type DrawnGraph, linesOf, meantBy } from '../../../../server/core/scene/build.ts';
import { edge } from '../../../client/fixtures/story.ts';

const between = (count: number, from = 'a', to = 'b', type = 'SUPPORTS') =>
  Array.from({ length: count }, (_, at) =>
    at % 2 === 0 ? edge(`${at}`, from, to, type) : edge(`${at}`, to, from, type),
  );
const SHARES = Array.from({ length: 21 }, (_, at) => at / 20);

describe('parallel edges', () => {
  it('stray from the straight line by half the distance of their ends at most, however many they are', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 1, max: 2000 }), (count, far) => {
        for (const line of drawnLines(between(count)).values()) {
          const path = pathOf({ x: 0, y: 0 }, { x: far, y: 0 }, line, 10, false);
          for (const share of SHARES) expect(Math.abs(pointOn(path, share).y)).toBeLessThanOrEqual(far / 2);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('leave loops within five radii of their node', () => {
    for (const count of [1, 5, MOST_APART, MOST_APART + 1, 300])
      for (const line of drawnLines(between(count, 'a', 'a')).values())
        expect(line.loop).toBeLessThanOrEqual(5);
  });

  it('are drawn apart, each by itself, as long as they can be told apart', () => {
    const lines = [...drawnLines(between(MOST_APART)).values()];
    expect(new Set(lines.map(({ curvature }) => Math.abs(curvature).toFixed(6))).size).toBe(MOST_APART / 2);
    expect(lines.every(({ band }) => band === undefined)).toBe(true);
  });

  it('are one straight band beyond that, the wider the more they are, but never wider than a node', () => {
    const widths = [17, 34, 300, 100_000].map((count) => {
      const lines = [...drawnLines(between(count)).values()];
      expect(lines.filter(({ band }) => band !== 0)).toHaveLength(1);
      expect(lines[0]).toMatchObject({ band: count, curvature: 0, contested: false });
      return lines[0]?.width ?? 0;
    });
    expect(widths).toEqual([...widths].sort((a, b) => a - b));
    expect(new Set(widths).size).toBe(4);
    expect(Math.max(...widths)).toBeLessThanOrEqual(13);
  });

  it('give their band the sign and pattern that all of them have, and none where they differ', () => {
    const [band] = drawnLines(between(20, 'a', 'b', 'OPPOSES')).values();
    expect(band).toMatchObject({ colour: 'oppose', pattern: 'dashed' });
    const [mixed] = drawnLines([...between(20), edge('z', 'a', 'b', 'OPPOSES')]).values();
    expect(mixed).toMatchObject({ colour: 'neutral', pattern: 'solid', band: 21 });
  });

  it('open by their band, which means the nodes at its ends', () => {
    const graph: DrawnGraph = new MultiDirectedGraph();
    for (const key of ['a', 'b', 'c']) graph.addNode(key);
    const edges: GraphEdge[] = [...between(30), edge('alone', 'a', 'c', 'SUPPORTS'), ...loops(30)];
    addEdges(edges, graph, {});
    const bands = linesOf(graph).filter((key) => key !== 'alone');
    expect(bands.map((key) => [...meantBy(graph, key)].sort())).toEqual([['a', 'b'], ['c']]);
    expect(meantBy(graph, 'alone')).toEqual(['alone']);
    expect(meantBy(graph, 'a')).toEqual(['a']);
  });
});

function loops(count: number): GraphEdge[] {
  return Array.from({ length: count }, (_, at) => edge(`loop ${at}`, 'c', 'c', 'SUPPORTS'));
}
