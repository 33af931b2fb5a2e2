import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { ExplorerContext } from '../../../client/panels/common/context.ts';
import { createPlaces, PlacesContext } from '../../../client/panels/common/places.ts';
import { type Explorer, startExplorer } from '../../../client/state/explorer.ts';
import { EntenteError } from '../../../server/core/model/errors.ts';
import { edge, graphOf, historyOf, node, serve, statusOf, until } from '../state/world.ts';

const EVIDENCE = {
  claim: 'A said that B was right.',
  modality: 'actual',
  confidence: 'stated',
  since: '2024-03-01',
  paragraph: 4,
};

/** Three people, one of whom opposes another, and a meeting that nobody goes to. */
export const STORY = graphOf(
  [node('a'), node('b', 'State'), node('c'), node('d', 'Event')],
  [
    edge('1', 'a', 'b', 'SUPPORTS', EVIDENCE),
    edge('2', 'b', 'c', 'OPPOSES', { modality: 'expected', since: '2025' }),
    edge('3', 'a', 'c', 'MEETS'),
  ],
);

export const SCHEMA = {
  labels: [
    { label: 'Person', count: 2, properties: [] },
    { label: 'State', count: 1, properties: [] },
    { label: 'Event', count: 1, properties: [] },
  ],
  relationshipTypes: [
    { type: 'SUPPORTS', sign: 1 as const, count: 1, properties: [] },
    { type: 'OPPOSES', sign: -1 as const, count: 1, properties: [] },
    { type: 'MEETS', sign: 0 as const, count: 1, properties: [] },
  ],
  modalities: [
    { value: 'actual', count: 1 },
    { value: 'expected', count: 1 },
  ],
  confidences: [{ value: 'stated', count: 1 }],
  sources: [],
  truncated: false,
};

export const TIMELINE = {
  unit: 'month' as const,
  bins: [
    { date: '2024-03', total: 1, types: { SUPPORTS: 1 } },
    { date: '2025', total: 1, types: { OPPOSES: 1 } },
  ],
  undated: 1,
  truncated: false,
};

type Answers = Parameters<typeof serve>[0];

/** An explorer that has read the story, as its link asks; it ends with the test. */
export async function openOn(search = '', more: Answers = {}) {
  const find = (key: unknown) => {
    const found = STORY.nodes.find((each) => each.key === key);
    if (!found) throw new EntenteError('not_found', 'There is nothing of that key.');
    return found;
  };
  const { call } = serve({
    status: () => statusOf('ready', { counts: { nodes: 4, edges: 3 } }),
    schema: () => SCHEMA,
    timeline: () => TIMELINE,
    graph: () => STORY,
    node: ({ path }) => ({ node: find(path?.id), edgeCounts: [] }),
    neighbourhood: () => STORY,
    edge: ({ path }) => {
      const found = STORY.edges.find(({ key }) => key === path?.id);
      if (!found) throw new EntenteError('not_found', 'There is nothing of that key.');
      return { edge: found, from: find(found.source), to: find(found.target) };
    },
    ...more,
  });
  const explorer = startExplorer({ call, link: historyOf(search), memory: undefined });
  const { getState } = explorer.store;
  const isWaiting = () => getState().status === undefined || getState().graph.state === 'loading';
  await until(
    () => !isWaiting() && (getState().graph.state !== 'idle' || getState().status?.counts === undefined),
  );
  return explorer;
}

/** A store as it is now: what is drawn without a page takes its first state for it. */
const asItIs = <S extends { getState: () => unknown }>(store: S): S => ({
  ...store,
  getInitialState: store.getState,
});

/** The markup of a panel of an explorer as it is now. */
export function markupOf(explorer: Explorer, panel: ReactNode): string {
  const { store, panels, keys, columns } = explorer;
  const now = {
    ...explorer,
    store: asItIs(store),
    panels: asItIs(panels),
    keys: asItIs(keys),
    columns: asItIs(columns),
  };
  return renderToStaticMarkup(
    <ExplorerContext value={now}>
      <PlacesContext value={createPlaces()}>{panel}</PlacesContext>
    </ExplorerContext>,
  );
}

/** The words of markup, as a reader or a screen reader gets them. */
export function wordsOf(markup: string): string {
  return markup
    .replaceAll(/<svg.*?<\/svg>/gs, '')
    .replaceAll(/<\/(?:p|li|dt|dd|h\d|button|th|td|div|section|article|header|label|option)>/g, ' | ')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&#x27;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/(?: \|)+ ?/g, ' | ')
    .trim();
}
