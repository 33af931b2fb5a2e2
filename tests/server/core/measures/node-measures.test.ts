import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Measured } from '../../../../server/core/measures/nodes/network.ts';
import { measureNodes, NETWORK_MEASURES, NODE_MEASURES } from '../../../../server/core/measures/registry.ts';

const IDS = NETWORK_MEASURES.map(({ id }) => id);
const CENTRALITIES = ['weightedDegree', 'betweenness', 'closeness', 'pagerank', 'eigenvector'] as const;

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

/** A network, and what networkx measures of it: fixtures/by-networkx.py. */
type ByNetworkx = Record<(typeof CENTRALITIES)[number], number[]> & {
  name: string;
  edges: [source: number, target: number, sign: number, weight: number][];
  modularity: number;
};
const NETWORKS: ByNetworkx[] = JSON.parse(
  readFileSync(join(import.meta.dirname, 'fixtures/by-networkx.json'), 'utf8'),
);
const networkOf = ({ edges, closeness }: ByNetworkx): Measured => ({
  keys: closeness.map((_, at) => `n${at}`),
  edges: edges.map(([source, target, sign, weight]) => ({ source, target, sign, weight })),
});

/** Newman's modularity of a partition of the edges that oppose nothing, by their weights. */
function modularityOf({ edges }: Measured, groups: Float64Array): number {
  const counted = edges.filter(({ source, target, sign }) => sign >= 0 && source !== target);
  const total = counted.reduce((sum, { weight }) => sum + weight, 0);
  const degrees = new Map<number | undefined, number>();
  let within = 0;
  for (const { source, target, weight } of counted) {
    const ends = [groups[source], groups[target]];
    for (const group of ends) degrees.set(group, (degrees.get(group) ?? 0) + weight);
    if (ends[0] === ends[1]) within += weight;
  }
  const expected = [...degrees.values()].reduce((sum, degree) => sum + (degree / (2 * total)) ** 2, 0);
  return within / total - expected;
}

describe('measures of nodes', () => {
  it('give one finite number a node, the same every time', async () => {
    await fc.assert(
      fc.asyncProperty(measured, fc.constantFrom(...IDS), async (graph, id) => {
        const values = await measureNodes(graph, id);
        expect(values).toHaveLength(graph.keys.length);
        expect(values.every(Number.isFinite)).toBe(true);
        expect(await measureNodes(graph, id)).toEqual(values);
      }),
    );
    for (const id of IDS) expect(await measureNodes({ keys: [], edges: [] }, id)).toHaveLength(0);
  });

  describe.each(NETWORKS)('of $name', (network) => {
    it.each(CENTRALITIES)('are those of networkx: %s', async (id) => {
      const values = await measureNodes(networkOf(network), id);
      expect(values).toHaveLength(network[id].length);
      values.forEach((value, at) => {
        expect(value, `node ${at}`).toBeCloseTo(network[id][at] ?? Number.NaN, 6);
      });
    });

    it('find communities no less modular than the least of thirty that networkx finds', async () => {
      const groups = await measureNodes(networkOf(network), 'communities');
      expect(modularityOf(networkOf(network), groups)).toBeGreaterThan(network.modularity - 1e-6);
    });
  });

  it('number communities by size, and let those who only oppose each other be two', async () => {
    const group = (members: number[]) =>
      members.flatMap((source) =>
        members.filter((target) => target > source).map((target) => ({ source, target, sign: 1, weight: 1 })),
      );
    const graph: Measured = {
      keys: ['a', 'b', 'c', 'd', 'e', 'f', 'g'],
      edges: [
        ...group([0, 1, 2]),
        ...group([3, 4, 5, 6]),
        { source: 0, target: 4, sign: -1, weight: 1 },
        { source: 1, target: 5, sign: -1, weight: 1 },
      ],
    };
    expect([...(await measureNodes(graph, 'communities'))]).toEqual([1, 1, 1, 0, 0, 0, 0]);
  });

  it('count a self loop once in the degree, and parallel edges each', async () => {
    const edge = (source: number, target: number) => ({ source, target, sign: 1, weight: 2 });
    const graph = { keys: ['a', 'b'], edges: [edge(0, 0), edge(0, 1), edge(1, 0)] };
    expect([...(await measureNodes(graph, 'degree'))]).toEqual([3, 2]);
    expect([...(await measureNodes(graph, 'weightedDegree'))]).toEqual([6, 4]);
  });

  it('give 0, and no remains of steps towards it, to whom eigenvector centrality does not reach', async () => {
    const pairs = [
      [0, 1],
      [1, 2],
      [2, 0],
      [3, 4],
    ];
    const edges = pairs.map(([source = 0, target = 0]) => ({ source, target, sign: 1, weight: 1 }));
    const values = await measureNodes({ keys: ['a', 'b', 'c', 'd', 'e', 'f'], edges }, 'eigenvector');
    expect([...values].slice(3)).toEqual([0, 0, 0]);
    expect(values[0]).toBeCloseTo(1 / Math.sqrt(3), 6);
  });

  it('tell how far they are', async () => {
    const told: number[] = [];
    await measureNodes(star(300), 'betweenness', (done) => told.push(done));
    expect(told.length).toBeGreaterThan(3);
    expect(told).toEqual([...told].sort((a, b) => a - b));
    expect(told.at(-1)).toBeLessThan(1);
  });

  it('are each said in words, with a source and a range', () => {
    for (const { id, name, sentence, source, range } of NODE_MEASURES) {
      expect(sentence, id).toMatch(/^[A-Z].*\.$/);
      for (const text of [id, name, source, range]) expect(text).toMatch(/[^.]$/);
    }
    expect(new Set(NODE_MEASURES.map(({ id }) => id)).size).toBe(NODE_MEASURES.length);
  });

  it('stand in the documentation as they are; vitest -u writes it anew', async () => {
    const rows = NODE_MEASURES.map(
      ({ id, name, sentence, range, uses, source }) =>
        `| ${name} | \`${id}\` | ${sentence} | ${range} | ${uses.join(', ')} | ${source} |`,
    );
    const page = [
      '# Measures of nodes',
      '',
      'Written from [`registry.ts`](../registry.ts), where links, menus, legends, commands and workers find them as well:',
      'a new one is a file here and its line there.',
      '',
      '| measure | in links | what it is | values | for | after |',
      '| --- | --- | --- | --- | --- | --- |',
      ...rows,
      '',
    ].join('\n');
    const file = '../../../../server/core/measures/nodes/README.md';
    await expect(page).toMatchFileSnapshot(file);
  });
});
