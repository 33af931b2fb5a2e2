import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { edgesFrom, mergeEdges } from '../../../../server/core/measures/signed-graph.ts';
import { anyRows } from './networks.ts';

describe('a signed graph', () => {
  it('merges parallel edges by their majority, leaves out what contradicts itself, and says so', () => {
    const graph = mergeEdges(
      edgesFrom(4, [
        [1, 0, 1],
        [0, 1, 1],
        [0, 1, -1],
        [2, 3, 1],
        [3, 2, -1],
        [2, 2, 1],
        [3, 1, -1],
      ]),
    );
    expect([...graph.source]).toEqual([0, 1]);
    expect([...graph.target]).toEqual([1, 3]);
    expect([...graph.sign]).toEqual([1, -1]);
    expect(graph.leftOut).toEqual({ selfLoops: 1, contradictoryPairs: 1 });
  });

  it('gives each pair the sign of most of its rows, and leaves out what has none', () => {
    fc.assert(
      fc.property(anyRows(6, 40), ({ nodes, rows }) => {
        const graph = mergeEdges(edgesFrom(nodes, rows));
        const sums = new Map<string, number>();
        for (const [a, b, sign] of rows) {
          const pair = `${Math.min(a, b)},${Math.max(a, b)}`;
          if (a !== b) sums.set(pair, (sums.get(pair) ?? 0) + sign);
        }
        const expected = [...sums]
          .filter(([, sum]) => sum !== 0)
          .map(([pair, sum]) => [pair, Math.sign(sum)]);
        const found = Array.from(graph.sign, (sign, edge) => [
          `${graph.source[edge]},${graph.target[edge]}`,
          sign,
        ]);
        expect(found).toEqual(expected.sort());
        expect(graph.leftOut.contradictoryPairs).toBe(sums.size - expected.length);
      }),
    );
  });

  it('lists the neighbours of every node, ascending, with the edge that leads there', () => {
    fc.assert(
      fc.property(anyRows(8, 40), ({ nodes, rows }) => {
        const graph = mergeEdges(edgesFrom(nodes, rows));
        for (let node = 0; node < nodes; node++) {
          const [from, to] = [graph.offsets[node], graph.offsets[node + 1]];
          const neighbours = [...graph.neighbours.subarray(from, to)];
          expect(neighbours).toEqual([...new Set(neighbours)].sort((a, b) => a - b));
          for (const [at, edge] of graph.via.subarray(from, to).entries())
            expect([graph.source[edge], graph.target[edge]].sort()).toEqual([node, neighbours[at]].sort());
        }
        expect(graph.via.length).toBe(2 * graph.sign.length);
      }),
    );
  });

  it('refuses a node out of range and a sign that is none, naming the row', () => {
    expect(() =>
      mergeEdges(
        edgesFrom(2, [
          [0, 1, 1],
          [0, 2, 1],
        ]),
      ),
    ).toThrow('not well formed');
    expect(() => mergeEdges(edgesFrom(2, [[0, 1, 0]]))).toThrow('not well formed');
  });
});
