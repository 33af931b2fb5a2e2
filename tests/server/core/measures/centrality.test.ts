import fc from 'fast-check';
import { UndirectedGraph } from 'graphology';
import betweennessModule from 'graphology-metrics/centrality/betweenness.js';
import { describe, expect, it } from 'vitest';
import { CENTRALITIES, type Measured } from '../../../../server/core/measures/centralities.ts';
import { measure } from '../../../../server/core/measures/centrality.ts';

const library = ((betweennessModule as { default?: unknown }).default ?? betweennessModule) as (
  graph: UndirectedGraph,
  options: { getEdgeWeight: null },
) => Record<string, number>;

const measured: fc.Arbitrary<Measured> = fc.integer({ min: 1, max: 14 }).chain((order) =>
  fc.record({
    keys: fc.constant(Array.from({ length: order }, (_, at) => `n${at}`)),
    edges: fc.array(
      fc.record({
        source: fc.nat(order - 1),
        target: fc.nat(order - 1),
        sign: fc.constantFrom(-1, 0, 1),
        weight: fc.integer({ min: 1, max: 5 }),
      }),
      { maxLength: 40 },
    ),
  }),
);
const star = (leaves: number): Measured => ({
  keys: Array.from({ length: leaves + 1 }, (_, at) => `n${at}`),
  edges: Array.from({ length: leaves }, (_, at) => ({ source: at + 1, target: 0, sign: 1, weight: 1 })),
});

describe('measures of nodes', () => {
  it('give one finite number a node, the same every time', () => {
    fc.assert(
      fc.property(measured, fc.constantFrom(...CENTRALITIES), (graph, name) => {
        const values = measure(graph, name);
        expect(values).toHaveLength(graph.keys.length);
        expect(values.every(Number.isFinite)).toBe(true);
        expect(measure(graph, name)).toEqual(values);
      }),
    );
  });

  it('measure betweenness as the library does', () => {
    fc.assert(
      fc.property(measured, (graph) => {
        const undirected = new UndirectedGraph();
        graph.keys.forEach((_, at) => {
          undirected.addNode(at);
        });
        for (const { source, target } of graph.edges)
          if (source !== target) undirected.mergeEdge(source, target);
        const expected = library(undirected, { getEdgeWeight: null });
        [...measure(graph, 'betweenness')].forEach((value, at) => {
          if (graph.keys.length > 2) expect(value).toBeCloseTo(expected[at] ?? 0, 10);
        });
      }),
    );
  });

  it('put the middle of a star first in everything', () => {
    const graph = star(5);
    for (const name of ['weightedDegree', 'betweenness', 'closeness', 'pagerank'] as const) {
      const [middle = 0, ...leaves] = measure(graph, name);
      for (const leaf of leaves) expect(middle).toBeGreaterThan(leaf);
    }
    expect(measure(graph, 'betweenness')[0]).toBe(1);
    expect(measure(graph, 'closeness')[0]).toBe(1);
  });

  it('sum pagerank to one and weights to twice the edges', () => {
    fc.assert(
      fc.property(measured, (graph) => {
        expect(measure(graph, 'pagerank').reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 4);
        const weights = graph.edges.reduce(
          (sum, { source, target, weight }) => sum + (source === target ? 1 : 2) * weight,
          0,
        );
        expect(measure(graph, 'weightedDegree').reduce((sum, value) => sum + value, 0)).toBe(weights);
      }),
    );
  });

  it('find two groups that oppose each other as two communities', () => {
    const group = (members: number[]) =>
      members.flatMap((source) =>
        members.filter((target) => target > source).map((target) => ({ source, target, sign: 1, weight: 1 })),
      );
    const graph: Measured = {
      keys: ['a', 'b', 'c', 'd', 'e', 'f', 'g'],
      edges: [
        ...group([0, 1, 2, 3]),
        ...group([4, 5, 6]),
        { source: 0, target: 4, sign: -1, weight: 1 },
        { source: 1, target: 5, sign: -1, weight: 1 },
      ],
    };
    expect([...measure(graph, 'communities')]).toEqual([0, 0, 0, 0, 1, 1, 1]);
  });

  it('tell how far they are', () => {
    const told: number[] = [];
    measure(star(300), 'betweenness', (done) => told.push(done));
    expect(told.length).toBeGreaterThan(3);
    expect(told).toEqual([...told].sort((a, b) => a - b));
  });
});
