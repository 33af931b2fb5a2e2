import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { correlationClustering } from '../../../../server/core/measures/blocs/correlation-clustering.ts';
import { disagreements } from '../../../../server/core/measures/blocs/partition.ts';
import { clusterExactly } from '../../../../server/core/measures/blocs/program.ts';
import { modularBlocs, signedModularity } from '../../../../server/core/measures/blocs/signed-modularity.ts';
import { frustrationIndex } from '../../../../server/core/measures/frustration/frustration.ts';
import { loadSolver } from '../../../../server/core/measures/frustration/solver.ts';
import { countRoles } from '../../../../server/core/measures/signed/brokerage.ts';
import type { SignedGraph } from '../../../../server/core/measures/signed-graph.ts';
import { anySignedGraph, tribes } from './networks.ts';

/** All partitions of so many nodes, as restricted growth strings. */
function partitions(nodes: number): number[][] {
  if (nodes === 0) return [[]];
  return partitions(nodes - 1).flatMap((head) =>
    Array.from({ length: Math.max(-1, ...head) + 2 }, (_, bloc) => [...head, bloc]),
  );
}

/** Signed modularity as its formula is written, pair by pair. */
function modularityByDefinition(graph: SignedGraph, blocs: ArrayLike<number>): number {
  const matrix = Array.from({ length: graph.nodes }, () => new Array<number>(graph.nodes).fill(0));
  graph.sign.forEach((sign, edge) => {
    const [a, b] = [Number(graph.source[edge]), Number(graph.target[edge])];
    for (const [x, y] of [
      [a, b],
      [b, a],
    ] as const)
      (matrix[x] as number[])[y] = sign;
  });
  const degree = (node: number, sign: number) =>
    (matrix[node] as number[]).filter((each) => each === sign).length;
  const both = [1, -1].map((sign) => graph.sign.filter((each) => each === sign).length * 2) as [
    number,
    number,
  ];
  let sum = 0;
  for (let i = 0; i < graph.nodes; i++)
    for (let j = 0; j < graph.nodes; j++) {
      if (blocs[i] !== blocs[j]) continue;
      const expected = (sign: 1 | -1) => (degree(i, sign) * degree(j, sign)) / (both[sign > 0 ? 0 : 1] || 1);
      sum += Number(matrix[i]?.[j]) - (expected(1) - expected(-1));
    }
  return both[0] + both[1] === 0 ? 0 : sum / (both[0] + both[1]);
}

describe('correlation clustering', () => {
  it('finds three blocs with two contradicted edges among the Highland tribes, and proves it', async () => {
    const { graph } = tribes();
    const { lower, upper, blocs } = await correlationClustering(graph);
    expect([new Set(blocs).size, lower, upper]).toEqual([3, 2, 2]);
    expect(disagreements(graph, blocs)).toBe(2);
  });

  it('contradicts as few edges as the best of all partitions, for small graphs', async () => {
    const all = Array.from({ length: 8 }, (_, nodes) => partitions(nodes));
    await fc.assert(
      fc.asyncProperty(anySignedGraph(7, 24), async (graph) => {
        const least = Math.min(
          ...(all[graph.nodes] as number[][]).map((blocs) => disagreements(graph, blocs)),
        );
        const { lower, upper, blocs } = await correlationClustering(graph, { runs: 10 });
        expect([lower, upper, disagreements(graph, blocs)]).toEqual([least, least, least]);
      }),
      { numRuns: 300 },
    );
  });

  it('is found by the integer program alone', async () => {
    const solver = await loadSolver();
    const all = Array.from({ length: 7 }, (_, nodes) => partitions(nodes));
    fc.assert(
      fc.property(anySignedGraph(6, 18), (graph) => {
        fc.pre(graph.nodes > 2);
        const least = Math.min(
          ...(all[graph.nodes] as number[][]).map((blocs) => disagreements(graph, blocs)),
        );
        const { lower, blocs } = clusterExactly(graph, solver, performance.now() + 60_000, Infinity);
        expect(lower).toBe(least);
        expect(disagreements(graph, blocs as Uint32Array)).toBe(least);
      }),
      { numRuns: 100 },
    );
  });
});

describe('signed modularity', () => {
  it('of the Highland tribes is the published one, for the three blocs and for the two camps', async () => {
    const { graph } = tribes();
    const { blocs, modularity } = modularBlocs(graph);
    expect(new Set(blocs).size).toBe(3);
    expect(modularity).toBeCloseTo(0.4310345, 7);
    expect(signedModularity(graph, blocs)).toBe(modularity);
    const { camps } = await frustrationIndex(graph);
    expect(signedModularity(graph, camps)).toBeCloseTo(0.3079667, 7);
  });

  it('is what its formula says, for any graph and partition', () => {
    fc.assert(
      fc.property(
        anySignedGraph(7, 24),
        fc.array(fc.nat({ max: 3 }), { minLength: 7, maxLength: 7 }),
        (graph, blocs) => {
          expect(signedModularity(graph, blocs)).toBeCloseTo(modularityByDefinition(graph, blocs), 9);
        },
      ),
    );
  });

  it('is as high as that of the best of all partitions, for small graphs', () => {
    const all = Array.from({ length: 8 }, (_, nodes) => partitions(nodes));
    fc.assert(
      fc.property(anySignedGraph(7, 20), (graph) => {
        const most = Math.max(
          ...(all[graph.nodes] as number[][]).map((blocs) => signedModularity(graph, blocs)),
        );
        expect(modularBlocs(graph).modularity).toBeCloseTo(most, 9);
      }),
      { numRuns: 100, seed: 7 },
    );
  });
});

describe('brokerage', () => {
  it('tells the five roles apart, by the groups of the three', () => {
    const roles = (groups: number[]) => {
      const counts = countRoles(
        { nodes: 3, source: Uint32Array.of(0, 1), target: Uint32Array.of(1, 2) },
        groups,
      );
      return Object.entries(counts).filter(([, by]) => by[1] === 1);
    };
    expect(roles([0, 0, 0]).map(([role]) => role)).toEqual(['coordinator']);
    expect(roles([0, 1, 0]).map(([role]) => role)).toEqual(['itinerant']);
    expect(roles([0, 1, 1]).map(([role]) => role)).toEqual(['gatekeeper']);
    expect(roles([0, 0, 1]).map(([role]) => role)).toEqual(['representative']);
    expect(roles([0, 1, 2]).map(([role]) => role)).toEqual(['liaison']);
  });

  it('counts no chain that is closed, that turns back, or twice', () => {
    const closed = { nodes: 3, source: Uint32Array.of(0, 1, 0), target: Uint32Array.of(1, 2, 2) };
    const back = { nodes: 2, source: Uint32Array.of(0, 1), target: Uint32Array.of(1, 0) };
    const twice = { nodes: 3, source: Uint32Array.of(0, 0, 1, 1), target: Uint32Array.of(1, 1, 1, 2) };
    const all = (edges: typeof closed) =>
      Object.values(countRoles(edges, [0, 0, 0]))
        .flatMap((by) => [...by])
        .reduce((sum, count) => sum + count, 0);
    expect([all(closed), all(back), all(twice)]).toEqual([0, 0, 1]);
  });
});
