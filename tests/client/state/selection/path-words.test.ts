import { describe, expect, it } from 'vitest';
import { pathsInWords, routesOf } from '../../../../client/state/selection/path-words.ts';
import type { PathsAnswer } from '../../../../server/core/contract/answers.ts';
import { edge, graphOf, node } from '../world.ts';

const graph = graphOf(
  ['a', 'b', 'c', 'd'].map((key) => node(key)),
  [
    edge('1', 'a', 'b'),
    edge('2', 'b', 'a', 'OPPOSES', { modality: 'proposed', since: '2024' }),
    edge('3', 'c', 'b', 'MEMBER_OF', { confidence: 'inferred' }),
    edge('4', 'a', 'd'),
    edge('5', 'd', 'c'),
  ],
);
const answer = (...paths: PathsAnswer['paths']): PathsAnswer => ({ paths, graph });
const upperCase = (key: string) => key.toUpperCase();
const ends = { from: 'a', to: 'c', all: false };

describe('a path in words', () => {
  it('says each step as the edge goes, with what is doubtful about it', () => {
    const told = pathsInWords(answer({ nodes: ['a', 'b', 'c'], edges: ['1', '3'] }), ends, upperCase);
    expect(told).toEqual([
      'A shortest path from A to C has 2 edges.',
      'A supports B.',
      'C is a member of B (inferred).',
    ]);
  });

  it('takes paths that differ only in parallel edges as one route', () => {
    const found = answer(
      { nodes: ['a', 'b', 'c'], edges: ['1', '3'] },
      { nodes: ['a', 'b', 'c'], edges: ['2', '3'] },
      { nodes: ['a', 'd', 'c'], edges: ['4', '5'] },
    );
    expect(
      routesOf(found).map(({ nodes, steps }) => [nodes.join(''), steps.map((each) => each.length)]),
    ).toEqual([
      ['abc', [2, 1]],
      ['adc', [1, 1]],
    ]);
    expect(pathsInWords(found, { ...ends, all: true }, upperCase)).toEqual([
      'There are 2 shortest paths from A to C, of 2 edges each.',
      '1: B opposes A (proposed); A supports B. C is a member of B (inferred).',
      '2: A supports D. D supports C.',
    ]);
  });

  it('says that a limit cut the paths off', () => {
    const cut = { ...graph, attributes: { ...graph.attributes, truncated: true } };
    const found: PathsAnswer = {
      graph: cut,
      paths: [
        { nodes: ['a', 'b', 'c'], edges: ['1', '3'] },
        { nodes: ['a', 'd', 'c'], edges: ['4', '5'] },
      ],
    };
    expect(pathsInWords(found, { ...ends, all: true }, upperCase)[0]).toMatch(/^There are more/);
  });

  it('says that there is none, and that both ends are one', () => {
    expect(pathsInWords(answer(), ends, upperCase)).toEqual(['A and C are not connected within 6 edges.']);
    const same = answer({ nodes: ['a'], edges: [] });
    expect(pathsInWords(same, { ...ends, to: 'a' }, upperCase)).toEqual(['A is both ends of this path.']);
  });
});
