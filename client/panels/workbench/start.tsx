import { createRoot } from 'react-dom/client';
import { createCall } from '../../api.ts';
import { createKeys } from '../../state/keys.ts';
import { createOwnScheme } from '../../state/looks/colour-scheme.ts';
import { createPanels } from '../../state/panels.ts';
import { createColumns } from '../../state/table/chosen-columns.ts';
import { createRunCypher } from '../../state/workbench/stream.ts';
import { startWorkbench } from '../../state/workbench/workbench.ts';
import { unpack } from '../../unpack.ts';
import { ExplorerContext } from '../common/context.ts';
import { createPlaces, PlacesContext } from '../common/places.ts';
import { browserLink, browserMemory } from '../page/browser.ts';
import { WorkbenchContext } from './context.ts';
import './workbench.css';
import './results/results.css';
import './results/values.css';
import './results/plan.css';
import './editor/take-away.css';
import './editor/own-queries.css';
import './adapt.css';
import { WorkbenchApp } from './page.tsx';

/** Opens the workbench in an element; gives what closes it. */
export function openWorkbench(root: HTMLElement): () => void {
  const memory = browserMemory(window);
  const call = createCall({ unpack });
  const workbench = startWorkbench({
    call,
    runCypher: createRunCypher(),
    link: browserLink(window),
    memory,
  });
  const scheme = createOwnScheme(memory);
  const { store, actions } = workbench.result;
  // The picture and its glyphs are the explorer's own parts, on the result's store.
  const picture = {
    call,
    store,
    actions,
    scheme,
    panels: createPanels(undefined),
    keys: createKeys(undefined),
    columns: createColumns(undefined),
    close: () => undefined,
  };
  const react = createRoot(root);
  react.render(
    <WorkbenchContext value={{ workbench, scheme }}>
      <ExplorerContext value={picture}>
        <PlacesContext value={createPlaces()}>
          <WorkbenchApp />
        </PlacesContext>
      </ExplorerContext>
    </WorkbenchContext>,
  );
  return () => {
    react.unmount();
    workbench.close();
  };
}
