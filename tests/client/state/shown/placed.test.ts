import { expect, it } from 'vitest';
import { isPlaced } from '../../../../client/state/shown/placed.ts';
import { graphOf, node } from '../world.ts';

const at = { x: 0, y: 0 };
const value = graphOf([node('a'), node('b')], []);

it('is placed when every node has a position, asked for the first time or again', () => {
  const graph = { state: 'ready', value } as const;
  const [some, all] = [new Map([['a', at]]), new Map([...['a', 'b'].map((key) => [key, at] as const)])];
  for (const positions of [some, all, some, all, all])
    expect(isPlaced({ graph, positions, view: {} })).toBe(positions === all);
});

it('is placed when all that filters leave has its place', () => {
  const graph = { state: 'ready', value } as const;
  const positions = new Map([['a', at]]);
  expect(isPlaced({ graph, positions, view: { hide: ['b'] } })).toBe(true);
  expect(isPlaced({ graph, positions, view: { hide: ['a'] } })).toBe(false);
});

it('is not placed while there is no graph', () => {
  expect(isPlaced({ graph: { state: 'loading' }, positions: new Map(), view: {} })).toBe(false);
});
