import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Graph } from '../../../../../server/core/model/graph.ts';
import { shownGraph } from '../../../../../server/core/picture/graph-index.ts';
import { narrow } from '../../../../../server/core/view/narrow.ts';
import { backboneOf, nearestOf } from '../../../../../server/core/view/structure/backbone.ts';
import { edge, node, storyGraph } from '../../../../client/fixtures/story.ts';
import { anyGraph } from '../../layout/arbitrary.ts';

type Tie = readonly [from: string, to: string, weight?: number];

function graphOf(ties: readonly Tie[]): Graph {
  const keys = [...new Set(ties.flatMap((tie) => tie.slice(0, 2) as string[]))];
  const edges = ties.map(([from, to, weight], at) =>
    edge(`${from}${to}${at}`, from, to, 'TRADES', weight === undefined ? {} : { weight }),
  );
  return { ...storyGraph(), nodes: keys.map((key) => node(key, key)), edges };
}
const pairs = ({ edges }: Graph) => edges.map(({ source, target }) => source + target);
const WEIGHT = 'property:weight';

/** Of A’s weight of 10, B has 8, C and D have 1; of B’s, A has 8 and E has 2. */
const worked = graphOf([
  ['A', 'B', 5],
  ['B', 'A', 3],
  ['A', 'C', 1],
  ['D', 'A', 1],
  ['B', 'E', 2],
]);

describe('the backbone of a network', () => {
  it('keeps what chance would give a node’s weight to with less than the level, as reckoned by hand', () => {
    // A has three neighbours: (1 − 0.8)² = 0.04 for B, (1 − 0.1)² = 0.81 for C and D. B has two: 0.2 for A, 0.8 for E.
    const at = (level: number) => pairs(backboneOf(worked, level, WEIGHT));
    expect(at(0.039)).toEqual([]);
    expect(at(0.041)).toEqual(['AB', 'BA']);
    expect(at(0.79)).toEqual(['AB', 'BA']);
    expect(at(0.801)).toEqual(['AB', 'BA', 'BE']);
    expect(at(0.811)).toEqual(['AB', 'BA', 'AC', 'DA', 'BE']);
  });

  it('weighs a pair by the number of its edges where widths mean no property', () => {
    const many = Array.from({ length: 8 }, (): Tie => ['A', 'B', 0]);
    const graph = graphOf([...many, ['A', 'C', 100], ['D', 'A', 100], ['B', 'E', 100]]);
    expect(pairs(backboneOf(graph, 0.041))).toEqual(many.map(() => 'AB'));
    expect(pairs(backboneOf(graph, 0.041, 'confidence'))).toEqual(many.map(() => 'AB'));
    expect(pairs(backboneOf(graph, 0.041, WEIGHT))).toEqual([]);
  });

  it('takes no edge away as the level rises, keeps all nodes, and has no edge that the network has not', () => {
    const levels = fc.tuple(
      fc.double({ min: 0.001, max: 0.999, noNaN: true }),
      fc.double({ min: 0.001, max: 0.999, noNaN: true }),
    );
    fc.assert(
      fc.property(
        anyGraph,
        levels,
        fc.infiniteStream(fc.integer({ min: -2, max: 9 })),
        ({ ...graph }, both, numbers) => {
          graph.edges = graph.edges.map((each) => {
            const properties = { ...each.attributes.properties, weight: numbers.next().value ?? 1 };
            return { ...each, attributes: { ...each.attributes, properties } };
          });
          const [low, high] = [Math.min(...both), Math.max(...both)];
          for (const width of [undefined, WEIGHT] as const) {
            const [few, more] = [backboneOf(graph, low, width), backboneOf(graph, high, width)];
            expect(more.edges).toEqual(expect.arrayContaining(few.edges));
            expect(graph.edges.filter((each) => more.edges.includes(each))).toEqual(more.edges);
            expect(more.nodes).toBe(graph.nodes);
          }
        },
      ),
    );
  });

  it('is empty at any usual level where every edge weighs the same, as none stands out', () => {
    const keys = fc.constantFrom(...'ABCDEFGH');
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.tuple(keys, keys), { selector: (pair) => [...pair].sort().join('') }),
        (ties) => {
          expect(backboneOf(graphOf(ties), 0.36).edges).toEqual([]);
        },
      ),
    );
  });
});

describe('the heaviest edges of each node', () => {
  it('are those among so many of one of their ends, and those as heavy', () => {
    expect(pairs(nearestOf(worked, 1, WEIGHT))).toEqual(['AB', 'BA', 'AC', 'DA', 'BE']);
    const star = graphOf([
      ['A', 'B', 5],
      ['A', 'C', 4],
      ['A', 'D', 1],
      ['B', 'C', 3],
      ['C', 'D', 2],
      ['B', 'D', 1],
      ['D', 'D', 9],
    ]);
    expect(pairs(nearestOf(star, 1, WEIGHT))).toEqual(['AB', 'AC', 'CD']);
    expect(pairs(nearestOf(star, 2, WEIGHT))).toEqual(['AB', 'AC', 'AD', 'BC', 'CD', 'BD']);
    expect(pairs(nearestOf(star, 1))).toEqual(['AB', 'AC', 'AD', 'BC', 'CD', 'BD']);
  });

  it('grow with their number, and leave every node one that has any', () => {
    fc.assert(
      fc.property(anyGraph, fc.integer({ min: 1, max: 4 }), (graph, most) => {
        const [few, more] = [nearestOf(graph, most), nearestOf(graph, most + 1)];
        expect(more.edges).toEqual(expect.arrayContaining(few.edges));
        const connected = ({ edges }: Graph) =>
          new Set(
            edges
              .filter(({ source, target }) => source !== target)
              .flatMap(({ source, target }) => [source, target]),
          );
        expect(connected(few)).toEqual(connected(graph));
      }),
    );
  });
});

describe('a view that thins its edges out', () => {
  it('does so after all other filters, with the weights that are left', () => {
    const left = {
      where: ['edge:weight=5', 'edge:weight=1', 'edge:weight=2'],
      backbone: 0.1,
      width: WEIGHT,
    } as const;
    // Without the three that B gives back, A has 5 of 7: (2/7)² = 0.08.
    expect(pairs(narrow(worked, { ...left, where: [...left.where] }))).toEqual(['AB']);
    expect(pairs(narrow(worked, { backbone: 0.9, nearest: 1, width: WEIGHT, core: 1 }))).toHaveLength(5);
  });

  it('is another picture when widths mean something else', () => {
    const graph = { state: 'ready' as const, value: worked };
    const shown = (view: Parameters<typeof shownGraph>[0]['view']) => pairs(shownGraph({ graph, view }));
    expect(shown({ backbone: 0.05, width: WEIGHT })).toEqual(['AB', 'BA']);
    expect(shown({ backbone: 0.05 })).toEqual([]);
    expect(shown({ backbone: 0.05, width: WEIGHT })).toEqual(['AB', 'BA']);
  });
});
