import { describe, expect, it } from 'vitest';
import { mergeEdges } from '../../../../server/core/measures/signed-graph.ts';
import { networkEdges, tablesOf } from '../../../../server/core/measures/tables.ts';
import { edge, graphOf, node } from '../../../client/state/world.ts';

const actor = (key: string) => {
  const { attributes, ...rest } = node(key);
  return { ...rest, attributes: { ...attributes, labels: ['Actor', 'Person'] } };
};
const story = graphOf(
  [actor('ann'), actor('bo'), actor('cy'), node('plan', 'Issue'), node('summit', 'Event')],
  [
    edge('1', 'ann', 'bo', 'SUPPORTS'),
    edge('2', 'ann', 'plan', 'SUPPORTS', { modality: 'actual', confidence: 'stated' }),
    edge('3', 'bo', 'plan', 'OPPOSES', { modality: 'proposed', confidence: 'inferred' }),
    edge('4', 'cy', 'plan', 'OPPOSES', { modality: 'actual' }),
    edge('5', 'ann', 'summit', 'ATTENDS', { modality: 'actual' }),
    edge('6', 'bo', 'summit', 'ATTENDS', { modality: 'scheduled' }),
    edge('7', 'cy', 'summit', 'ABSENT_FROM'),
    edge('8', 'plan', 'summit', 'SUPPORTS'),
  ],
);

describe('the tables of a graph', () => {
  it('tell direct stances, stands, attendance that happened and absences apart', () => {
    const tables = tablesOf(story);
    expect(tables.actors).toEqual(['ann', 'bo', 'cy']);
    expect(tables.direct.edges).toEqual(['1']);
    expect(tables.stands.edges).toEqual(['2', '3', '4']);
    expect(tables.attendances.edges).toEqual(['5']);
    expect(tables.absences.edges).toEqual(['7']);
  });

  it('give three networks: direct, derived from stands, and both with a pair that contradicts itself left out', () => {
    const of = (name: 'direct' | 'agreement' | 'merged') => {
      const { source, target, sign, leftOut } = mergeEdges(networkEdges(tablesOf(story), name));
      return {
        pairs: [...sign].map((each, at) => [source[at], target[at], each]),
        leftOut: leftOut.contradictoryPairs,
      };
    };
    expect(of('direct')).toEqual({ pairs: [[0, 1, 1]], leftOut: 0 });
    expect(of('agreement')).toEqual({
      pairs: [
        [0, 1, -1],
        [0, 2, -1],
        [1, 2, 1],
      ],
      leftOut: 0,
    });
    expect(of('merged')).toEqual({
      pairs: [
        [0, 2, -1],
        [1, 2, 1],
      ],
      leftOut: 1,
    });
  });

  it('weigh stands by modality and confidence, or leave them out', () => {
    const { stands } = tablesOf(story, { weights: { proposed: 0.5, inferred: 0.5, actual: 0 } });
    expect([...(stands.weight ?? [])]).toEqual([0, 0.25, 0]);
  });

  it('take every node for an actor where none carries the label, or those of a label that is named', () => {
    const plain = graphOf([node('x', 'Thing'), node('y', 'Other')], [edge('1', 'x', 'y', 'OPPOSES')]);
    expect(tablesOf(plain).direct.edges).toEqual(['1']);
    expect(tablesOf(plain, { actorLabel: 'Thing' })).toMatchObject({
      actors: ['x'],
      stands: { edges: ['1'] },
    });
  });
});
