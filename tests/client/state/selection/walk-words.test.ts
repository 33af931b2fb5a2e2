import { describe, expect, it } from 'vitest';
import { walkInWords } from '../../../../client/state/selection/walk-words.ts';
import { createExplorerStore } from '../../../../client/state/store.ts';
import { edge, graphOf, node } from '../world.ts';

const parallel = ['3', '4', '5', '6'].map((key) => edge(key, 'b', 'c'));
const graph = graphOf(
  [node('a'), node('b'), node('c', 'State'), node('d')],
  [edge('1', 'a', 'b'), edge('2', 'b', 'a', 'OPPOSES', { modality: 'expected' }), ...parallel],
);
const walk = (key: string, from?: string) => {
  const store = createExplorerStore({ select: ['b'] }, []);
  store.setState({ graph: { state: 'ready', value: graph } });
  return walkInWords(store.getState(), key, from);
};

describe('walking the picture by keys', () => {
  it('tells the node, whether it is selected, and what connects it with the one before', () => {
    expect(walk('a')).toBe('A, Person, 2 edges.');
    expect(walk('b', 'a')).toBe('B, Person, 6 edges, selected. A supports B. B opposes A (expected).');
  });

  it('tells nothing of a node that is not connected with the one before, nor of one that is not there', () => {
    expect(walk('d', 'a')).toBe('D, Person, 0 edges.');
    expect(walk('a', 'a')).toBe('A, Person, 2 edges.');
    expect(walk('x', 'a')).toBe('');
  });

  it('counts edges between the same two that are too many to tell', () => {
    expect(walk('c', 'b')).toBe('C, State, 4 edges. B supports C. 1 more edge between them.');
  });
});
