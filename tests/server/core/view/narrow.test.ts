import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Graph } from '../../../../server/core/model/graph.ts';
import { connectedParts } from '../../../../server/core/view/components.ts';
import { narrow, readCondition, writeCondition } from '../../../../server/core/view/narrow.ts';
import { edge, graphOf, node } from '../../../client/state/world.ts';

const graphs: fc.Arbitrary<Graph> = fc.integer({ min: 1, max: 14 }).chain((order) =>
  fc
    .array(fc.tuple(fc.nat(order - 1), fc.nat(order - 1), fc.constantFrom('x', 'y', 'z')), { maxLength: 40 })
    .map((ends) =>
      graphOf(
        Array.from({ length: order }, (_, at) =>
          node(`n${at}`, 'Person', { parity: at % 2, tags: ['all', `t${at}`] }),
        ),
        ends.map(([from, to, by], at) => edge(`e${at}`, `n${from}`, `n${to}`, 'SUPPORTS', { by })),
      ),
    ),
);
const degreeIn = ({ edges }: Graph, key: string) =>
  edges.filter(({ source, target }) => source !== target && (source === key || target === key)).length;
const keys = (list: readonly { key: string }[]) => list.map(({ key }) => key);

describe('narrowing a graph', () => {
  it('leaves a graph whose every edge has both ends, in the same order', () => {
    const filter = fc.record(
      {
        where: fc.subarray(['node:parity=0', 'node:tags=t3', 'edge:by=x', 'edge:by=y']),
        text: fc.constantFrom('n1', 'X', 'all'),
        minDegree: fc.integer({ min: 1, max: 3 }),
        core: fc.integer({ min: 1, max: 3 }),
        largest: fc.constant(true),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(graphs, filter, (graph, filters) => {
        const { nodes, edges } = narrow(graph, filters);
        const kept = new Set(keys(nodes));
        for (const { source, target } of edges) expect(kept.has(source) && kept.has(target)).toBe(true);
        expect(keys(nodes)).toEqual(keys(graph.nodes).filter((key) => kept.has(key)));
      }),
    );
  });

  it('to the k-core leaves the largest part in which everyone has that many edges', () => {
    fc.assert(
      fc.property(graphs, fc.integer({ min: 1, max: 4 }), (graph, core) => {
        // By definition: take away whoever has too few, until nobody has.
        let expected = graph;
        for (let before = -1; before !== expected.nodes.length; ) {
          before = expected.nodes.length;
          const part = expected;
          const left = new Set(keys(part.nodes).filter((key) => degreeIn(part, key) >= core));
          expected = {
            ...part,
            nodes: part.nodes.filter(({ key }) => left.has(key)),
            edges: part.edges.filter(({ source, target }) => left.has(source) && left.has(target)),
          };
        }
        expect(keys(narrow(graph, { core }).nodes)).toEqual(keys(expected.nodes));
      }),
    );
  });

  it('to a least degree looks at the graph as it is, without self loops', () => {
    fc.assert(
      fc.property(graphs, fc.integer({ min: 1, max: 4 }), (graph, minDegree) => {
        expect(keys(narrow(graph, { minDegree }).nodes)).toEqual(
          keys(graph.nodes).filter((key) => degreeIn(graph, key) >= minDegree),
        );
      }),
    );
  });

  it('to the largest part leaves a connected one that no other exceeds', () => {
    fc.assert(
      fc.property(graphs, (graph) => {
        const part = narrow(graph, { largest: true });
        expect(connectedParts(part)).toHaveLength(1);
        for (const other of connectedParts(graph)) expect(other.size).toBeLessThanOrEqual(part.nodes.length);
      }),
    );
  });

  it('takes the values of one property as alternatives and different properties together', () => {
    const graph = graphOf(
      [
        node('a', 'Person', { kind: 'x' }),
        node('b', 'Person', { kind: 'y' }),
        node('c', 'Person', { kind: 'z' }),
      ],
      [edge('1', 'a', 'b', 'T', { by: 'a' }), edge('2', 'b', 'c', 'T', { by: 'b' })],
    );
    expect(keys(narrow(graph, { where: ['node:kind=x', 'node:kind=y'] }).nodes)).toEqual(['a', 'b']);
    expect(keys(narrow(graph, { where: ['node:kind=x', 'edge:by=a'] }).nodes)).toEqual([]);
    expect(keys(narrow(graph, { where: ['edge:by=b'] }).nodes)).toEqual(['b', 'c']);
    expect(narrow(graph, { where: ['node:__proto__=x', 'node:constructor=x'] }).nodes).toEqual([]);
  });

  it('finds a text whatever its case and accents, and the ends of an edge that says it', () => {
    const graph = graphOf(
      [node('a', 'Person', { aliases: ['Erdoğan'] }), node('b'), node('c')],
      [edge('1', 'b', 'c', 'T', { claim: 'They met in Köln.' })],
    );
    expect(keys(narrow(graph, { text: 'ERDOGAN' }).nodes)).toEqual(['a']);
    expect(keys(narrow(graph, { text: 'koln' }).nodes)).toEqual(['b', 'c']);
  });

  it('reads every condition that it writes', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('node' as const, 'edge' as const),
        fc.string({ minLength: 1 }).filter((name) => !name.includes('=')),
        fc.string(),
        (of, name, value) => {
          expect(readCondition(writeCondition({ of, name, value }))).toEqual({ of, name, value });
        },
      ),
    );
    expect(readCondition('kind=x')).toBeUndefined();
  });
});
