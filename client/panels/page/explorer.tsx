import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { searchToView } from '../../../server/core/view/view-link.ts';
import { createCall } from '../../api.ts';
import { startArranging } from '../../renderer/layout/arranging.ts';
import { type Explorer, startExplorer } from '../../state/explorer.ts';
import { openMeasures } from '../../state/measures/open-measures.ts';
import { unpack } from '../../unpack.ts';
import { measureInWorker } from '../../workers/measure-nodes.ts';
import { PUBLISHED_AT } from '../../workers/published-at.ts';
import { ExplorerContext } from '../common/context.ts';
import { createPlaces, PlacesContext } from '../common/places.ts';
import { DataContext, type Opened } from '../open/data-context.ts';
import { rememberedFile } from '../open/session.ts';
import { App } from './app.tsx';
import { browserLink, browserMemory } from './browser.ts';

/** Opens the explorer in an element, on what a server holds or was published; it stays as long as the page. */
export async function openExplorer(element: HTMLElement): Promise<void> {
  const published =
    PUBLISHED_AT === undefined
      ? undefined
      : (await import('../../workers/published.ts')).openPublished(PUBLISHED_AT);
  const root = createRoot(element);
  let shown: { explorer: Explorer; opened: Opened | undefined } | undefined;
  let turn = 0;
  const show = (opened?: Opened) => {
    shown?.explorer.close();
    const fetcher = opened?.fetcher ?? published;
    const explorer = startExplorer({
      call: createCall({ unpack, ...(fetcher && { fetcher }) }),
      link: browserLink(window),
      memory: browserMemory(window),
      measure: measureInWorker,
      openMeasures,
      // Before the picture's own code is there: it takes as long as the layout.
      arrange: (store, actions) => startArranging(store, actions, { meanwhile: true }).kill,
    });
    shown = { explorer, opened };
    turn += 1;
    const data = { file: opened?.file, show: instead, close: () => instead() };
    root.render(
      <StrictMode key={turn}>
        <ExplorerContext value={explorer}>
          <DataContext value={data}>
            <PlacesContext value={createPlaces()}>
              <App />
            </PlacesContext>
          </DataContext>
        </ExplorerContext>
      </StrictMode>,
    );
  };
  /** Shows other data: a view of those before says nothing of them. */
  const instead = (opened?: Opened) => {
    shown?.opened?.close();
    const { view } = searchToView(location.search);
    if (!opened || view.snapshot !== opened.snapshot) history.replaceState(null, '', location.pathname);
    show(opened);
  };
  // Whoever comes back to the page, or back to the network, need not wait for the next poll.
  const retry = () => shown?.explorer.actions.retry();
  addEventListener('online', retry);
  document.addEventListener('visibilitychange', () => document.hidden || retry());
  const file = rememberedFile(window);
  if (!file) {
    show();
    return;
  }
  void import('../open/reopen.tsx').then(
    ({ Reopen }) => root.render(<Reopen file={file} show={show} />),
    () => show(),
  );
}
