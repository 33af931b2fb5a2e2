import { expect, it } from 'vitest';
import { filteredOf } from '../../../../server/core/loading/filtered.ts';
import { filterGraph } from '../../../../server/core/view/filter-graph.ts';
import { edge, graphOf, node } from '../../../client/state/world.ts';

const TYPES = ['SUPPORTS', 'OPPOSES', 'ATTENDS', 'MEDIATES', 'CRITICISES', 'LEADS'];
const whole = graphOf(
  ['a', 'b', 'c'].map((key) => node(key)),
  TYPES.map((type, at) => edge(`e${at}`, 'a', at % 2 === 0 ? 'b' : 'c', type)),
);

it('gives the part of a graph that filters leave, the very same one when it is asked for again', () => {
  for (const type of TYPES.slice(0, 3)) {
    const part = filteredOf(whole, { type: [type] });
    expect(part).toEqual(filterGraph(whole, { type: [type] }));
    expect(filteredOf(whole, { type: [type] })).toBe(part);
  }
});

it('keeps the last few parts and lets go of those before', () => {
  const [first, ...others] = TYPES.map((type) => filteredOf(whole, { type: [type] }));
  expect(filteredOf(whole, { type: [TYPES.at(-1) ?? ''] })).toBe(others.at(-1));
  expect(filteredOf(whole, { type: [TYPES[0] ?? ''] })).not.toBe(first);
});

it('tells parts of different graphs from one another', () => {
  const other = graphOf([node('d')], []);
  expect(filteredOf(other, { label: ['Person'] })).not.toBe(filteredOf(whole, { label: ['Person'] }));
});
