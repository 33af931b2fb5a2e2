import { expect, it } from 'vitest';
import { pictureCredit } from '../../../../server/core/svg/credit.ts';
import { creditOf, sourcesOf } from '../../../../server/core/words/credit.ts';
import { edge, graphOf, node } from '../../../client/state/world.ts';

it('names the sources of most edges first, at most three of them', () => {
  const of = (key: string, source: string) => edge(key, 'a', 'b', 'SUPPORTS', { source });
  const graph = graphOf(
    [node('a'), node('b'), node('y')],
    [of('1', 'x'), of('2', 'y'), of('3', 'y'), of('4', 'z'), of('5', 'w'), edge('6', 'a', 'b')],
  );
  expect(sourcesOf(graph)).toEqual(['y', 'w', 'x', 'z']);
  expect(pictureCredit(graph)).toBe('Sources: Y; w; x and 1 more · Entente');
});

it('says nothing of sources where there is none', () => {
  expect([creditOf([]), creditOf(['A']), creditOf(['A', 'B'])]).toEqual(['', 'Source: A', 'Sources: A; B']);
  expect(pictureCredit(graphOf([]))).toBe('Entente');
});
