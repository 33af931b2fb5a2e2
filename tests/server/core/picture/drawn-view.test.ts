import { describe, expect, it } from 'vitest';
import { nodeLooks } from '../../../../server/core/picture/find-looks.ts';
import { painter } from '../../../../server/core/picture/painter.ts';
import type { PictureState } from '../../../../server/core/picture/state.ts';
import { drawnView } from '../../../../server/core/picture/usual-looks.ts';
import type { View } from '../../../../server/core/view/view.ts';
import { searchToView } from '../../../../server/core/view/view-link.ts';
import { storyGraph } from '../../../client/fixtures/story.ts';

const SET = ['node:label=State; shape=star'];
const OWN = ['node:label=State; shape=cross'];
const state = (view: View, looks: string[] | undefined = SET): PictureState => {
  const graph = storyGraph();
  const value = { ...graph, attributes: { ...graph.attributes, ...(looks && { looks }) } };
  return { view, graph: { state: 'ready', value }, measurements: {}, painter };
};
const shapesIn = (given: PictureState) => new Set(nodeLooks(given).shapes?.values());

describe('the rules that a view is drawn by', () => {
  it('are those of the data set where it has none of its own, or says that there be none', () => {
    expect(shapesIn(state({}))).toEqual(new Set(['star']));
    expect(shapesIn(state({ look: OWN }))).toEqual(new Set(['cross']));
    expect(shapesIn(state({ look: ['none'] })).size).toBe(0);
    const { graph, ...rest } = state({});
    expect(drawnView({ ...rest, graph: { state: 'loading' } as typeof graph })).toEqual({});
  });

  it('are the same for the same view, and leave the view and its link as they are', () => {
    const given = state({});
    expect(drawnView(given)).toBe(drawnView(given));
    expect(given.view).toEqual({});
    expect(searchToView('look=none')).toMatchObject({ view: { look: ['none'] }, problems: [] });
    expect(searchToView('look=nothing').problems).toHaveLength(1);
  });
});
