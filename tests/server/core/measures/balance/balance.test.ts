import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitInMany } from '../../../../../server/core/measures/balance/k-balance.ts';
import { disjointNegativeCycles } from '../../../../../server/core/measures/balance/negative-cycles.ts';
import {
  balanceInWords,
  listTriads,
  TRIAD_KINDS,
  type TriadCensus,
  triadCensus,
} from '../../../../../server/core/measures/balance/triads.ts';
import { isFrustrated, splitInTwo } from '../../../../../server/core/measures/balance/two-colouring.ts';
import { walkBalance } from '../../../../../server/core/measures/balance/walk-balance.ts';
import { degreeOfBalance } from '../../../../../server/core/measures/signed/balance.ts';
import {
  edgesFrom,
  mergeEdges,
  otherEnd,
  type SignedGraph,
} from '../../../../../server/core/measures/signed-graph.ts';
import {
  anySignedGraph,
  frustrationByDefinition,
  randomNetwork,
  relabelled,
  switched,
  tribes,
} from '../networks.ts';

/** Signed rows among all pairs of so many nodes, in the order 01, 02, …, 12, …. */
function complete(nodes: number, signs: (at: number) => number): SignedGraph {
  const rows: [number, number, number][] = [];
  for (let a = 0; a < nodes; a++) for (let b = a + 1; b < nodes; b++) rows.push([a, b, signs(rows.length)]);
  return mergeEdges(edgesFrom(nodes, rows));
}

function censusByDefinition(graph: SignedGraph): TriadCensus {
  const signs = new Map<string, number>();
  graph.sign.forEach((sign, edge) => {
    signs.set(`${graph.source[edge]},${graph.target[edge]}`, sign);
  });
  const census: TriadCensus = { '+++': 0, '++-': 0, '+--': 0, '---': 0 };
  for (let a = 0; a < graph.nodes; a++)
    for (let b = a + 1; b < graph.nodes; b++)
      for (let c = b + 1; c < graph.nodes; c++) {
        const three = [`${a},${b}`, `${a},${c}`, `${b},${c}`].map((pair) => signs.get(pair));
        if (three.includes(undefined)) continue;
        census[TRIAD_KINDS[three.filter((sign) => sign === -1).length] as '+++'] += 1;
      }
  return census;
}

/** Whether edges, in their order, walk round a cycle without meeting a node twice. */
function isCycle(graph: SignedGraph, edges: readonly number[]): boolean {
  const [first = -1, second = -1] = edges;
  const ends = [Number(graph.source[second]), Number(graph.target[second])];
  const start = ends.includes(Number(graph.source[first]))
    ? Number(graph.target[first])
    : Number(graph.source[first]);
  let node = start;
  const seen = new Set<number>();
  for (const edge of edges) {
    if (Number(graph.source[edge]) !== node && Number(graph.target[edge]) !== node) return false;
    node = otherEnd(graph, edge, node);
    if (seen.has(node)) return false;
    seen.add(node);
  }
  return node === start && edges.length >= 3;
}

const negatives = (graph: SignedGraph, edges: readonly number[]) =>
  edges.filter((edge) => Number(graph.sign[edge]) < 0).length;

describe('the triad census', () => {
  it('of the Highland tribes is the published one', () => {
    const { graph } = tribes();
    expect([graph.nodes, graph.sign.length, negatives(graph, [...graph.sign.keys()])]).toEqual([16, 58, 29]);
    expect(triadCensus(graph)).toEqual({ '+++': 19, '++-': 2, '+--': 40, '---': 7 });
  });

  it('is that of looking at every three nodes, whatever they are called', () => {
    fc.assert(
      fc.property(anySignedGraph(9, 50), fc.nat(), (graph, turn) => {
        expect(triadCensus(graph)).toEqual(censusByDefinition(graph));
        const order = Array.from({ length: graph.nodes }, (_, node) => (node + turn) % graph.nodes);
        expect(triadCensus(relabelled(graph, order))).toEqual(triadCensus(graph));
      }),
      { numRuns: 1000 },
    );
  });

  it('lists the triads of a kind, each once, and no more than are asked for', () => {
    const { graph } = tribes();
    const all = listTriads(graph, ['++-', '---'], 100);
    expect(all).toHaveLength(9);
    expect(all.filter(({ kind }) => kind === '---')).toHaveLength(7);
    expect(all.filter(({ kind }) => kind === '++-')).toHaveLength(2);
    for (const { edges, kind } of all) {
      expect(isCycle(graph, edges)).toBe(true);
      expect(negatives(graph, edges)).toBe(kind === '---' ? 3 : 1);
    }
    expect(listTriads(graph, ['---'], 7)).toHaveLength(7);
    expect(listTriads(graph, ['---'], 6)).toHaveLength(6);
  });
});

describe('a triad', () => {
  it('is balanced where the product of its signs is positive, and weakly with three oppositions', () => {
    expect(TRIAD_KINDS.map((kind) => [kind, balanceInWords(kind)])).toEqual([
      ['+++', 'balanced'],
      ['++-', 'unbalanced'],
      ['+--', 'balanced'],
      ['---', 'unbalanced; weakly balanced'],
    ]);
  });
});

describe('the degree of balance', () => {
  it('of the Highland tribes is the published one', () => {
    expect(degreeOfBalance(triadCensus(tribes().graph)).balance).toBeCloseTo(0.8676471, 7);
  });

  it('is 1 among friends, counts three mutual enemies only when weak, and is nothing without a triangle', () => {
    expect(degreeOfBalance(triadCensus(complete(5, () => 1)))).toEqual({ balance: 1, weakBalance: 1 });
    expect(degreeOfBalance(triadCensus(complete(5, () => -1)))).toEqual({ balance: 0, weakBalance: 1 });
    expect(degreeOfBalance(triadCensus(complete(2, () => 1)))).toEqual({ balance: null, weakBalance: null });
  });
});

describe('walk balance', { timeout: 30_000 }, () => {
  it('of the Highland tribes is the published one', () => {
    const { walkBalance: value, error } = walkBalance(tribes().graph);
    expect(error).toBeUndefined();
    expect(value).toBeCloseTo(0.3575761, 7);
  });

  it('is 1 exactly when the graph is balanced, and does not change when a camp is switched', () => {
    fc.assert(
      fc.property(
        anySignedGraph(8, 24),
        fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }),
        (graph, camp) => {
          const { walkBalance: value } = walkBalance(graph);
          if (graph.sign.length === 0) return void expect(value).toBeNull();
          expect(Number(value) > 1 - 1e-9).toBe(frustrationByDefinition(graph) === 0);
          expect(walkBalance(switched(graph, camp)).walkBalance).toBeCloseTo(Number(value), 9);
        },
      ),
    );
  });

  it('is estimated above the limit, within the error that it names', () => {
    const graph = randomNetwork(320, 600, 2, 0.3);
    const exact = walkBalance(graph, { mostDense: 400 });
    const estimate = walkBalance(graph);
    expect(exact.error).toBeUndefined();
    const off = Math.abs(Number(exact.walkBalance) - Number(estimate.walkBalance));
    expect(off).toBeLessThan(4 * Number(estimate.error));
    expect(estimate.error).toBeLessThan(0.05);
  });
});

describe('the split in two camps', () => {
  it('exists exactly when nothing is frustrated; else negative cycles stand in its way', () => {
    fc.assert(
      fc.property(anySignedGraph(9, 24), (graph) => {
        const { balanced, camps, witnesses } = splitInTwo(graph);
        expect(balanced).toBe(frustrationByDefinition(graph) === 0);
        expect(balanced).toBe(witnesses.length === 0);
        if (balanced)
          for (const edge of graph.sign.keys()) expect(isFrustrated(graph, camps, edge)).toBe(false);
        for (const cycle of witnesses) {
          expect(isCycle(graph, cycle)).toBe(true);
          expect(negatives(graph, cycle) % 2).toBe(1);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('counts negative cycles without a common edge, never more than the frustration index', () => {
    fc.assert(
      fc.property(anySignedGraph(9, 30), (graph) => {
        const cycles = disjointNegativeCycles(graph);
        expect(new Set(cycles.flat()).size).toBe(cycles.flat().length);
        expect(cycles.length).toBeLessThanOrEqual(frustrationByDefinition(graph));
      }),
      { numRuns: 1000 },
    );
  });
});

describe('the split in many camps', () => {
  it('has support inside and opposition between them, or cycles with exactly one opposition in its way', () => {
    fc.assert(
      fc.property(anySignedGraph(9, 20), (graph) => {
        const { clusterable, camps, witnesses } = splitInMany(graph, 100);
        const inside = (edge: number) =>
          camps[Number(graph.source[edge])] === camps[Number(graph.target[edge])];
        const against = [...graph.sign.keys()].filter(
          (edge) => inside(edge) !== Number(graph.sign[edge]) > 0,
        );
        expect(clusterable).toBe(against.length === 0);
        expect(witnesses.map(([first]) => first)).toEqual(against);
        for (const cycle of witnesses) {
          expect(isCycle(graph, cycle)).toBe(true);
          expect(negatives(graph, cycle)).toBe(1);
        }
      }),
      { numRuns: 1000 },
    );
  });
});
