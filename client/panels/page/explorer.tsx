import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createCall } from '../../api.ts';
import { startArranging } from '../../renderer/layout/arranging.ts';
import { startExplorer } from '../../state/explorer.ts';
import { openMeasures } from '../../state/measures/open-measures.ts';
import { unpack } from '../../unpack.ts';
import { measureInWorker } from '../../workers/measure-nodes.ts';
import { ExplorerContext } from '../common/context.ts';
import { createPlaces, PlacesContext } from '../common/places.ts';
import { App } from './app.tsx';
import { browserLink, browserMemory } from './browser.ts';

/** Opens the explorer in an element; it stays as long as the page. */
export function openExplorer(root: HTMLElement): void {
  const explorer = startExplorer({
    call: createCall({ unpack }),
    link: browserLink(window),
    memory: browserMemory(window),
    measure: measureInWorker,
    openMeasures,
    // Before the picture's own code is there: it takes as long as the layout.
    arrange: (store, actions) => startArranging(store, actions, { meanwhile: true }).kill,
  });
  // Whoever comes back to the page, or back to the network, need not wait for the next poll.
  addEventListener('online', explorer.actions.retry);
  document.addEventListener('visibilitychange', () => document.hidden || explorer.actions.retry());
  createRoot(root).render(
    <StrictMode>
      <ExplorerContext value={explorer}>
        <PlacesContext value={createPlaces()}>
          <App />
        </PlacesContext>
      </ExplorerContext>
    </StrictMode>,
  );
}
