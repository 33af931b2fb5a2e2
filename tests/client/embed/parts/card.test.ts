import { describe, expect, it } from 'vitest';
import { factsOf } from '../../../../client/embed/parts/card.ts';
import { edge, node } from '../../state/world.ts';

const answer = (properties: object) => ({
  edge: edge('1', 'a', 'b', 'SUPPORTS', properties),
  from: node('a'),
  to: node('b'),
});

describe("an embed's card of an edge", () => {
  it('tells years and paragraphs of any kind, and leaves out what the edge does not say', () => {
    const facts = factsOf(answer({ since: 2010, until: '2025-10', source: ['x', 'y'], paragraph: '3a' }));
    expect(facts).toEqual([
      ['Since', '2010'],
      ['Until', 'October 2025'],
      ['Source', 'x, y, paragraph 3a'],
    ]);
    expect(factsOf(answer({}))).toEqual([]);
  });

  it('names a source and who asserts it, where they are known', () => {
    const known = { assertedBy: node('c'), source: node('s', 'Source') };
    expect(factsOf({ ...answer({ assertedBy: 'c', source: 's', paragraph: 7 }), ...known })).toEqual([
      ['Asserted by', 'C'],
      ['Source', 'S, paragraph 7'],
    ]);
  });
});
