import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isFrustrated } from '../../../../../server/core/measures/balance/two-colouring.ts';
import { annealedSplit } from '../../../../../server/core/measures/frustration/anneal.ts';
import { bestByEnumeration } from '../../../../../server/core/measures/frustration/enumerate.ts';
import { frustrationIndex } from '../../../../../server/core/measures/frustration/frustration.ts';
import { searchSplit } from '../../../../../server/core/measures/frustration/local-search.ts';
import { relax } from '../../../../../server/core/measures/frustration/lower-bound/relaxation.ts';
import { boundBySemidefinite } from '../../../../../server/core/measures/frustration/lower-bound/semidefinite.ts';
import { solveProgram } from '../../../../../server/core/measures/frustration/program.ts';
import { reduce } from '../../../../../server/core/measures/frustration/reduce.ts';
import { loadSolver } from '../../../../../server/core/measures/frustration/solver.ts';
import { costOf, weightedOf } from '../../../../../server/core/measures/frustration/weighted.ts';
import { randomFrom } from '../../../../../server/core/measures/random.ts';
import { edgesFrom, mergeEdges } from '../../../../../server/core/measures/signed-graph.ts';
import {
  anySignedGraph,
  frustrationByDefinition,
  randomNetwork,
  relabelled,
  switched,
  tribes,
} from '../networks.ts';

const RUNS = { numRuns: 1000 };
const far = () => performance.now() + 60_000;

describe('the frustration index', { timeout: 30_000 }, () => {
  it('of the Highland tribes is 7, with the one best split, proved', async () => {
    const { names, graph } = tribes();
    const { lower, upper, camps, edges, normalised } = await frustrationIndex(graph);
    expect([lower, upper, edges.length]).toEqual([7, 7, 7]);
    const camp = camps[names.indexOf('Gama')];
    expect(names.filter((_, node) => camps[node] === camp)).toEqual(['Gama', 'Gavev', 'Kotun', 'Nagad']);
    expect(normalised).toBeCloseTo(0.7586207, 7);
  });

  it('is that of trying every split, for small graphs', async () => {
    await fc.assert(
      fc.asyncProperty(anySignedGraph(9, 30), async (graph) => {
        const { lower, upper, camps, edges } = await frustrationIndex(graph);
        expect([lower, upper]).toEqual([frustrationByDefinition(graph), frustrationByDefinition(graph)]);
        const against = Array.from(graph.sign.keys()).filter((edge) => isFrustrated(graph, camps, edge));
        expect(edges).toEqual(against);
        expect(edges).toHaveLength(upper);
      }),
      { numRuns: 2000 },
    );
  });

  it('gives bounds that enclose the exact answer, in no time at all', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 22, max: 26 }), fc.nat(), async (nodes, seed) => {
        const graph = randomNetwork(nodes, 4 * nodes, seed);
        const exact = await frustrationIndex(graph, { timeLimit: 60_000 });
        expect(exact.lower).toBe(exact.upper);
        const hasty = await frustrationIndex(graph, { timeLimit: 0 });
        expect(hasty.lower).toBeLessThanOrEqual(exact.lower);
        expect(hasty.upper).toBeGreaterThanOrEqual(exact.upper);
        expect(hasty.edges).toHaveLength(hasty.upper);
      }),
      { numRuns: 10 },
    );
  }, 60_000);

  it('does not depend on the names of the nodes, nor on switching a camp', async () => {
    const graph = randomNetwork(18, 60, 3);
    const { upper } = await frustrationIndex(graph);
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray([...Array(18).keys()], { minLength: 18 }),
        fc.array(fc.boolean(), { minLength: 18, maxLength: 18 }),
        async (order, camp) => {
          expect((await frustrationIndex(relabelled(graph, order))).upper).toBe(upper);
          expect((await frustrationIndex(switched(graph, camp))).upper).toBe(upper);
        },
      ),
      { numRuns: 20 },
    );
  });

  it('is found by the integer program as by trying every split', async () => {
    const solver = await loadSolver();
    fc.assert(
      fc.property(anySignedGraph(10, 40), (graph) => {
        const weighted = weightedOf(graph);
        const { cost } = bestByEnumeration(weighted);
        expect(cost).toBe(frustrationByDefinition(graph));
        const known = {
          cost: costOf(weighted, new Uint8Array(graph.nodes)),
          camps: new Uint8Array(graph.nodes),
        };
        const found = solveProgram(weighted, solver, {
          deadline: far(),
          known,
          cycles: [],
          onBound: () => false,
        });
        expect(found.cost).toBe(cost);
        expect(found.lower).toBeCloseTo(cost, 5);
      }),
      { numRuns: 100 },
    );
  });

  it('is never below the bound of the linear relaxation', async () => {
    const solver = await loadSolver();
    fc.assert(
      fc.property(anySignedGraph(9, 36), (graph) => {
        const { lower, cycles } = relax(weightedOf(graph), solver, { deadline: far(), enough: () => false });
        expect(lower).toBeLessThanOrEqual(frustrationByDefinition(graph) + 1e-6);
        for (const cycle of cycles)
          expect(cycle.filter((edge) => Number(graph.sign[edge]) < 0).length % 2).toBe(1);
      }),
      { numRuns: 200 },
    );
  });

  it('is never below the bound of the semidefinite relaxation, which comes near', () => {
    let [bounds, answers] = [0, 0];
    fc.assert(
      fc.property(anySignedGraph(11, 50), fc.nat(), (graph, seed) => {
        const random = randomFrom(seed);
        const lower = boundBySemidefinite(weightedOf(graph), {
          deadline: far(),
          random,
          onBound: () => false,
        });
        const exact = frustrationByDefinition(graph);
        expect(lower).toBeLessThanOrEqual(exact + 1e-6);
        bounds += lower;
        answers += exact;
      }),
      { numRuns: 150, seed: 1 },
    );
    expect(bounds).toBeGreaterThan(0.97 * answers);
  }, 60_000);

  it('stays the same under reduction, and a best split of the kernel lifts to one of the whole', () => {
    fc.assert(
      fc.property(anySignedGraph(10, 22), (graph) => {
        const weighted = weightedOf(graph);
        const { kernel, constant, lift } = reduce(weighted);
        const best = bestByEnumeration(kernel);
        expect(constant + best.cost).toBe(frustrationByDefinition(graph));
        expect(costOf(weighted, lift(best.camps))).toBe(constant + best.cost);
      }),
      RUNS,
    );
  });

  it('is approached from above by annealing where the search from other beginnings stays behind', () => {
    const { kernel, constant } = reduce(weightedOf(randomNetwork(400, 1000, 1)));
    const random = randomFrom(0, 'annealing');
    const from = (starts: (() => Uint8Array) | undefined) =>
      Math.min(
        ...Array.from({ length: 12 }, () => {
          const begun = starts ? { starts: [starts()] } : {};
          return constant + searchSplit(kernel, { random, restarts: 1, ...begun }).cost;
        }),
      );
    const annealed = from(() => annealedSplit(kernel, random));
    expect(annealed).toBeLessThanOrEqual(179);
    expect(annealed).toBeLessThan(from(undefined));
  });

  it('gives the same answer for the same seed', async () => {
    const graph = randomNetwork(60, 150, 5);
    const [one, other] = [
      await frustrationIndex(graph, { seed: 4 }),
      await frustrationIndex(graph, { seed: 4 }),
    ];
    expect(one).toEqual(other);
  });

  it('of a graph without edges is 0, and has no normalised form', async () => {
    const answer = await frustrationIndex(mergeEdges(edgesFrom(3, [])));
    expect(answer).toMatchObject({ lower: 0, upper: 0, edges: [], normalised: null });
  });
});
