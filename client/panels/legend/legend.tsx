import { lazy, Suspense } from 'react';
import { number } from '../../../server/core/words/words.ts';
import { isFiltered } from '../../state/link/view-changes.ts';
import { useExplorer, useExplorerState } from '../common/context.ts';
import { Panel } from '../common/panel.tsx';
import { readySchema, useShown } from '../picture/use-shown-graph.ts';
import { EmphasisKey } from './emphasis-key.tsx';
import { LooksKey } from './looks-key.tsx';
import { OwnLooks } from './own-looks.tsx';

const Facets = lazy(() => import('./facets.tsx').then((found) => ({ default: found.Facets })));

/** Key to the picture, how many of each are shown, and the filters over them. */
export function Legend() {
  const schema = useExplorerState(readySchema);
  return (
    <Panel name="legend" title="Legend" aside={<ClearFilters />}>
      <Totals />
      <EmphasisKey />
      <LooksKey />
      {schema && <OwnLooks />}
      <Suspense fallback={<p className="muted">Loading…</p>}>
        {schema ? <Facets schema={schema} /> : <p className="muted">Loading…</p>}
      </Suspense>
    </Panel>
  );
}

function ClearFilters() {
  const { actions } = useExplorer();
  const filtered = useExplorerState((state) => isFiltered(state.view));
  if (!filtered) return null;
  return (
    <button type="button" className="text-button" onClick={actions.clearFilters}>
      Clear filters
    </button>
  );
}

function Totals() {
  const { graph } = useShown();
  const stored = useExplorerState((state) => state.status?.counts);
  const loaded = useExplorerState((state) => state.graph.state === 'ready');
  if (!loaded) return null;
  // What the limit cut off is told here for as long as it is missing.
  const counts = graph.attributes.truncated ? graph.attributes.total : stored;
  const of = (shown: number, all: number | undefined, many: string) => (
    <span>
      <strong>{number(shown)}</strong>
      {all !== undefined && all !== shown && ` of ${number(all)}`} {many}
    </span>
  );
  return (
    <p className="totals">
      {of(graph.nodes.length, counts?.nodes, 'nodes')}
      {of(graph.edges.length, counts?.edges, 'edges')}
    </p>
  );
}
