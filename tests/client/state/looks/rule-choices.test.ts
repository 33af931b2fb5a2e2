import { expect, test } from 'vitest';
import { subjectsOf, valuesFor } from '../../../../client/state/looks/rule-choices.ts';
import { writeRule } from '../../../../server/core/looks/own/rule.ts';
import { LOOK_RULE } from '../../../../server/core/view/own/look-rule.ts';
import { edge, graphOf, node } from '../world.ts';

const graph = graphOf(
  [node('a', 'State', { code: 'B; "b"', 'a=b': 1 }), node('b', 'Person', { code: 'A', born: '2024-10' })],
  [edge('1', 'a', 'b', 'OPPOSES', { weight: 2 })],
);

test('a rule is offered what a rule may ask for, with the values that there are', () => {
  expect(subjectsOf(graph, 'node').slice(0, 4)).toEqual([
    'label',
    'property:born',
    'property:code',
    'degree',
  ]);
  expect(subjectsOf(graph, 'edge')).toEqual(['type', 'property:weight']);
  expect(valuesFor(graph, 'node', 'label')).toEqual(['Person', 'State']);
  expect(valuesFor(graph, 'node', 'property:code')).toEqual(['A', 'B; "b"']);
  expect(valuesFor(graph, 'edge', 'type')).toEqual(['OPPOSES']);
  for (const of of ['node', 'edge'] as const)
    for (const by of subjectsOf(graph, of))
      for (const is of ['x', ...valuesFor(graph, of, by)])
        expect(writeRule({ of, by, test: { is }, looks: { colour: 'teal' } })).toMatch(LOOK_RULE);
});
