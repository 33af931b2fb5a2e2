import { describe, expect, it } from 'vitest';
import { whyNothing } from '../../../../client/state/loading/why-nothing.ts';
import type { Graph } from '../../../../server/core/model/graph.ts';
import type { View } from '../../../../server/core/view/view.ts';
import { graphOf, node } from '../world.ts';

const why = (view: View, value: Graph = graphOf([node('a'), node('b')])) =>
  whyNothing({ view, graph: { state: 'ready', value } });

describe('why the picture shows nothing', () => {
  it('is a filter where nothing passes it, also one that the page applies by itself', () => {
    expect(why({ type: ['T'] }, graphOf([]))).toBe('filtered');
    expect(why({ text: 'no such text' })).toBe('filtered');
    expect(why({ text: 'no such text', hide: ['a'] })).toBe('filtered');
    expect(why({ text: 'no such text', hide: ['c'], start: 'nothing', add: ['a', 'b'] })).toBe('filtered');
  });

  it('is hiding where what is hidden would pass', () => {
    expect(why({ hide: ['a', 'b'] })).toBe('hidden');
    expect(why({ hide: ['a'], text: 'A' })).toBe('hidden');
  });

  it('is that it begins empty, and nothing while there is something or it loads', () => {
    expect(why({ start: 'nothing' }, graphOf([]))).toBe('begin');
    expect(why({})).toBeUndefined();
    expect(whyNothing({ view: {}, graph: { state: 'loading' } })).toBeUndefined();
  });
});
