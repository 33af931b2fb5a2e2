import { describe, expect, it } from 'vitest';
import { indexOf, shownGraph } from '../../../../server/core/picture/graph-index.ts';
import { mergeGraphs } from '../../../../server/core/view/merge-graphs.ts';
import { edge, graphOf, node } from '../../../client/state/world.ts';

const base = graphOf([node('a'), node('b', 'State')], [edge('1', 'a', 'b')]);

describe('the graph in the picture', () => {
  it('holds each node and edge once when graphs are put together', () => {
    const more = graphOf([node('b', 'State'), node('c')], [edge('1', 'a', 'b'), edge('2', 'c', 'b')]);
    const merged = mergeGraphs(base, [more, more]);
    expect(merged.nodes.map(({ key }) => key)).toEqual(['a', 'b', 'c']);
    expect(merged.edges.map(({ key }) => key)).toEqual(['1', '2']);
  });

  it('leaves out edges that lack an end', () => {
    const dangling = graphOf([node('c')], [edge('3', 'c', 'nowhere')]);
    expect(mergeGraphs(base, [dangling]).edges.map(({ key }) => key)).toEqual(['1']);
  });

  it('lacks what is hidden, with its edges', () => {
    const shown = shownGraph({ graph: { state: 'ready', value: base }, view: { hide: ['b'] } });
    expect(shown.nodes.map(({ key }) => key)).toEqual(['a']);
    expect(shown.edges).toEqual([]);
  });

  it('is the same object for the same state, so that nothing is drawn twice', () => {
    const state = { graph: { state: 'ready', value: base }, view: { hide: ['b'] } } as const;
    expect(
      shownGraph({ ...state, view: { ...state.view, hide: state.view.hide as unknown as string[] } }),
    ).toBe(shownGraph({ ...state, view: { ...state.view, hide: state.view.hide as unknown as string[] } }));
    expect(indexOf(base)).toBe(indexOf(base));
  });

  it('is counted for the legend by leading label, type and evidence', () => {
    const graph = graphOf(
      [node('a'), { ...node('b'), attributes: { ...node('b').attributes, labels: ['Actor', 'State'] } }],
      [edge('1', 'a', 'b', 'OPPOSES', { modality: 'proposed' }), edge('2', 'a', 'b', 'OPPOSES')],
    );
    const { counts } = indexOf(graph);
    expect([...counts.label]).toEqual([
      ['Person', 1],
      ['State', 1],
    ]);
    expect([...counts.type]).toEqual([['OPPOSES', 2]]);
    expect([...counts.modality]).toEqual([['proposed', 1]]);
  });

  it('lists a self loop once among the edges of its node', () => {
    const graph = graphOf([node('a')], [edge('1', 'a', 'a')]);
    expect(indexOf(graph).edgesOf.get('a')).toHaveLength(1);
  });
});
