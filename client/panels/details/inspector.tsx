import { lazy, Suspense, useEffect } from 'react';
import type { Loadable } from '../../../server/core/model/loadable.ts';
import { onlySelected } from '../../state/selection/selection.ts';
import { isSelectedByStep } from '../../state/stories/story-step.ts';
import { useExplorer, useExplorerState } from '../common/context.ts';
import { NARROW, useMedia } from '../common/media.ts';
import { Panel } from '../common/panel.tsx';
import { ReadingSwitch } from './reading-switch.tsx';

const Overview = lazy(() => import('./overview.tsx').then((found) => ({ default: found.Overview })));
const NodeDetails = lazy(() =>
  import('./node-details.tsx').then((found) => ({ default: found.NodeDetails })),
);
const EdgeDetails = lazy(() =>
  import('./edge-details.tsx').then((found) => ({ default: found.EdgeDetails })),
);
const PathDetails = lazy(() =>
  import('./path-details.tsx').then((found) => ({ default: found.PathDetails })),
);
const SeveralDetails = lazy(() =>
  import('./several-details.tsx').then((found) => ({ default: found.SeveralDetails })),
);

/** What is known of what is selected, down to the evidence. */
export function Inspector() {
  const { store, panels, actions } = useExplorer();
  const narrow = useMedia(NARROW);
  const selected = useExplorerState((state) => state.view.select);
  const path = useExplorerState((state) => state.view.path);
  useEffect(() => {
    // What a step of a story selects is told by its caption; only what the reader selects opens the sheet,
    // and what is selected for a step that is being composed does not.
    const state = store.getState();
    if (narrow && (selected || path) && state.reading !== 'story' && !isSelectedByStep(state))
      panels.setState({ sheet: 'inspector' });
  }, [narrow, selected, path, panels, store]);
  const clear = (
    <button type="button" className="text-button" onClick={actions.clearSelection}>
      Clear
    </button>
  );
  return (
    <Panel name="inspector" title="Details" aside={selected && clear}>
      <ReadingSwitch loading={<Loading />}>
        <Suspense fallback={<Loading />}>
          {path && <PathDetails />}
          <Content />
        </Suspense>
      </ReadingSwitch>
    </Panel>
  );
}

function Content() {
  const several = useExplorerState((state) => (state.view.select?.length ?? 0) > 1);
  const one = useExplorerState(onlySelected);
  const node = useExplorerState((state) => state.node);
  const edge = useExplorerState((state) => state.edge);
  if (several) return <SeveralDetails />;
  if (one === undefined) return <Overview />;
  if (edge.state === 'ready') return <EdgeDetails answer={edge.value} />;
  if (node.state === 'ready') return <NodeDetails answer={node.value} />;
  return <Outcome of={node.state === 'failed' ? node : edge} />;
}

function Outcome({ of }: { of: Loadable<unknown> }) {
  if (of.state !== 'failed') return <Loading />;
  return (
    <p className="problem" role="alert">
      {of.message}
    </p>
  );
}

function Loading() {
  return (
    <div className="skeleton" aria-busy="true">
      <span className="unseen">Loading…</span>
      <i />
      <i />
      <i />
    </div>
  );
}
