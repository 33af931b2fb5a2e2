import { describe, expect, it } from 'vitest';
import { citedView } from '../../../../client/state/link/cited-view.ts';
import { createExplorerStore, type ExplorerState } from '../../../../client/state/store.ts';
import type { Graph } from '../../../../server/core/model/graph.ts';

const node = (key: string, dataSet?: string): Graph['nodes'][number] => ({
  key,
  attributes: {
    caption: `Name of ${key}`,
    labels: ['Actor'],
    degree: 1,
    properties: dataSet ? { dataSet } : {},
  },
});
const graph = {
  attributes: { truncated: false, snapshot: 'S' },
  options: { type: 'directed', multi: true, allowSelfLoops: true },
  nodes: [node('a', 'one'), node('b', 'two'), node('c')],
  edges: ['news', 'treaty', 'news'].map((source, at) => ({
    key: `e${at}`,
    source: 'a',
    target: 'b',
    attributes: { type: 'SUPPORTS', sign: 1, properties: { source, dataSet: 'one' } },
  })),
} as unknown as Graph;

const state = (fields: Partial<ExplorerState>): ExplorerState => ({
  ...createExplorerStore({}).getState(),
  graph: { state: 'ready', value: graph },
  schema: {
    state: 'ready',
    value: { sources: [{ key: 'news', caption: 'The News', count: 2 }] },
  } as unknown as ExplorerState['schema'],
  status: { product: { name: 'Entente', version: '1.2.3' }, snapshot: 'S' } as ExplorerState['status'],
  ...fields,
});
const at = { page: 'https://example.org/', file: undefined, now: new Date(2026, 0, 5, 23, 59) };

describe('what is cited of the present view', () => {
  it('is what it shows, its data sets, sources, snapshot, link and the day on the clock of the reader', () => {
    expect(citedView(state({ view: { type: ['SUPPORTS'] } }), at)).toEqual({
      title: 'Relationships of Name of a, Name of b and Name of c',
      dataSets: ['one', 'two'],
      sources: ['The News', 'treaty'],
      snapshot: 'S',
      link: 'https://example.org/?type=SUPPORTS&snapshot=S',
      accessed: '2026-01-05',
      version: '1.2.3',
    });
  });

  it('is called after its caption, or after the step and the story that it shows', () => {
    expect(citedView(state({ view: { caption: 'Who?' } }), at).title).toBe('Who?');
    const steps = ['First', 'Second'].map((title) => ({ title, caption: '', view: '' }));
    const story = { id: 'eve', dataSet: 'one', title: 'On the eve', steps };
    const told = state({ view: { story: 'eve', step: 2 }, story: { state: 'ready', value: story } });
    expect(citedView(told, at).title).toBe('Second: On the eve');
  });

  it('is of a file by its name, whatever set it was stored as', () => {
    expect(citedView(state({}), { ...at, file: 'ties.csv' }).dataSets).toEqual(['ties.csv']);
  });

  it('is of what is in the picture: what is hidden has no part in it', () => {
    expect(citedView(state({ view: { hide: ['b'] } }), at)).toMatchObject({ dataSets: ['one'], sources: [] });
  });
});
