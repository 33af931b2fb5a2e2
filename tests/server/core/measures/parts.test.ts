import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { partsOf } from '../../../../server/core/measures/parts.ts';
import { edgesFrom, mergeEdges } from '../../../../server/core/measures/signed-graph.ts';

describe('the connected parts of a signed graph', () => {
  it('are numbered by size, and leave out who has no edge', () => {
    const graph = mergeEdges(
      edgesFrom(6, [
        [0, 1, 1],
        [2, 3, -1],
        [3, 4, 1],
      ]),
    );
    expect([...partsOf(graph)]).toEqual([1, 1, 0, 0, 0, -1]);
  });

  it('never part the ends of an edge, and join nothing else', () => {
    const pairs = fc.array(fc.tuple(fc.nat(9), fc.nat(9)), { maxLength: 12 });
    fc.assert(
      fc.property(pairs, (ends) => {
        const graph = mergeEdges(
          edgesFrom(
            10,
            ends.map(([a, b]) => [a, b, 1] as const),
          ),
        );
        const parts = partsOf(graph);
        for (const at of graph.sign.keys())
          expect(parts[graph.source[at] as number]).toBe(parts[graph.target[at] as number]);
        const held = parts.filter((part) => part >= 0);
        const count = new Set(held).size;
        // A forest over the nodes with an edge has as many trees as there are parts.
        const joined = new Map([...parts.keys()].map((node) => [node, node]));
        const root = (node: number): number => {
          const up = joined.get(node) as number;
          return up === node ? node : root(up);
        };
        for (const at of graph.sign.keys())
          joined.set(root(graph.source[at] as number), root(graph.target[at] as number));
        const roots = new Set([...parts.keys()].filter((node) => (parts[node] as number) >= 0).map(root));
        expect(count).toBe(roots.size);
      }),
    );
  });
});
