import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Graph } from '../../../../server/core/model/graph.ts';
import { GRAPH_OPTIONS } from '../../../../server/core/model/graph-options.ts';
import { detailOf } from '../../../../server/core/scene/detail.ts';
import { edgesAt } from '../../../../server/core/scene/incidence.ts';
import { edgeAt, nodeAt, overviewOf } from '../../../../server/core/scene/overview.ts';

const SIDE = 100;
const world = { left: -SIDE, right: SIDE, bottom: -SIDE, top: SIDE };

/** Graphs with self loops, parallel edges and nodes without any, and where their nodes are. */
const placed = fc
  .integer({ min: 1, max: 30 })
  .chain((order) =>
    fc.record({
      points: fc.array(
        fc.tuple(fc.integer({ min: -SIDE, max: SIDE }), fc.integer({ min: -SIDE, max: SIDE })),
        {
          minLength: order,
          maxLength: order,
        },
      ),
      ends: fc.array(fc.tuple(fc.nat(order - 1), fc.nat(order - 1)), { maxLength: 60 }),
    }),
  )
  .map(({ points, ends }) => {
    const graph: Graph = {
      attributes: { truncated: false, total: { nodes: points.length, edges: ends.length }, snapshot: '' },
      options: GRAPH_OPTIONS,
      nodes: points.map((_, at) => ({
        key: `n${at}`,
        attributes: { caption: `${at}`, labels: ['Person'], properties: {}, degree: 0 },
      })),
      edges: ends.map(([source, target], at) => ({
        key: `e${at}`,
        source: `n${source}`,
        target: `n${target}`,
        attributes: { type: 'SUPPORTS', sign: 1, properties: {} },
      })),
    };
    const positions = new Map(points.map(([x, y], at) => [`n${at}`, { x, y }]));
    return { graph, positions, overview: overviewOf(graph, {}, positions) };
  });

describe('an overview', () => {
  it('knows the edges of every node, a self loop once', () => {
    fc.assert(
      fc.property(placed, ({ graph, overview }) => {
        graph.nodes.forEach(({ key }, at) => {
          const own = graph.edges.flatMap(({ source, target }, edge) =>
            source === key || target === key ? [edge] : [],
          );
          expect([...edgesAt(overview, at)].sort((a, b) => a - b)).toEqual(own);
          expect(overview.degree[at]).toBe(own.length);
        });
      }),
    );
  });

  it('orders nodes by their edges', () => {
    fc.assert(
      fc.property(placed, ({ overview: { order, degree } }) => {
        const degrees = [...order].map((node) => degree[node] ?? 0);
        expect(degrees).toEqual([...degrees].sort((a, b) => b - a));
        expect(new Set(order).size).toBe(order.length);
      }),
    );
  });

  it('finds at the middle of a node that node, or another at the same place', () => {
    fc.assert(
      fc.property(placed, ({ overview }) => {
        overview.x.forEach((x, at) => {
          const found = nodeAt(overview, { x, y: overview.y[at] ?? 0 }, 1, 0);
          expect([overview.x[found ?? -1], overview.y[found ?? -1]]).toEqual([x, overview.y[at]]);
        });
        expect(nodeAt(overview, { x: 5 * SIDE, y: 0 }, 1, 1)).toBeUndefined();
      }),
    );
  });

  it('finds on every line an edge that is no further than that line', () => {
    fc.assert(
      fc.property(placed, fc.double({ min: 0, max: 1, noNaN: true }), ({ overview }, share) => {
        const { x, y, ends } = overview;
        for (let edge = 0; edge < ends.length / 2; edge += 1) {
          const [from, to] = [ends[2 * edge] ?? 0, ends[2 * edge + 1] ?? 0];
          const at = {
            x: (x[from] ?? 0) * (1 - share) + (x[to] ?? 0) * share,
            y: (y[from] ?? 0) * (1 - share) + (y[to] ?? 0) * share,
          };
          expect(edgeAt(overview, at, 0.01)).toBeDefined();
        }
        expect(edgeAt(overview, { x: 5 * SIDE, y: 0 }, 1)).toBeUndefined();
      }),
    );
  });
});

describe('the detail of an overview', () => {
  it('is all that is in sight where that is little, with the far ends of its edges', () => {
    fc.assert(
      fc.property(placed, ({ graph, overview }) => {
        const sight = { ...world, right: 0 };
        const { nodes, edges, near } = detailOf(overview, { sight, raised: [], most: 1000, labelled: 3 });
        expect(near).toBe(true);
        overview.x.forEach((x, at) => {
          if (x <= 0) expect(nodes.has(at)).toBe(true);
        });
        for (const edge of edges)
          for (const end of [2 * edge, 2 * edge + 1]) expect(nodes.has(overview.ends[end] ?? -1)).toBe(true);
        expect(edges.size).toBeLessThanOrEqual(graph.edges.length);
      }),
    );
  });

  it('is the most connected in sight where all are too many, and always what is raised with its edges', () => {
    fc.assert(
      fc.property(placed, ({ graph, overview }) => {
        const last = graph.nodes.length - 1;
        const options = { sight: world, raised: [`n${last}`], most: 0, labelled: 2 };
        const { nodes, edges, near } = detailOf(overview, options);
        expect(near).toBe(false);
        for (const node of overview.order.slice(0, 2)) expect(nodes.has(node)).toBe(true);
        expect(nodes.has(last)).toBe(true);
        expect(edges.size).toBe(0);
        const roomy = detailOf(overview, { ...options, most: graph.nodes.length + graph.edges.length - 1 });
        if (!roomy.near)
          expect([...edgesAt(overview, last)].every((edge) => roomy.edges.has(edge))).toBe(true);
      }),
    );
  });
});
