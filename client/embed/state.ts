import type { ErrorDetail } from '../../server/contract/errors.ts';
import type { View } from '../../server/contract/view.ts';
import type { Call } from '../api.ts';
import { startAnnouncing } from '../state/announce.ts';
import { startBaseGraph } from '../state/base-graph.ts';
import type { MeasureNodes } from '../state/centralities.ts';
import { startEarlyGraph } from '../state/early-graph.ts';
import { startGraph } from '../state/load-graph.ts';
import { asksAlliances } from '../state/measures/asks.ts';
import { measuresOf } from '../state/measures-asked.ts';
import { startMissing } from '../state/missing.ts';
import { looksUsual } from '../state/node-looks.ts';
import { startSelection } from '../state/selection.ts';
import { startStatus } from '../state/status.ts';
import { type Close, createExplorerStore, type ExplorerStore } from '../state/store.ts';
import { watch } from '../state/watch.ts';
import { startWhenAsked } from './when-asked.ts';

/** The state of an embed: that of the explorer, without what an embed has no use for. */
export interface EmbedState {
  store: ExplorerStore;
  close: Close;
}

/**
 * Starts loading a view and what is selected in it.
 *
 * @param measure Gives what measures nodes; only asked for by a view that draws by a measure.
 */
export function startEmbed(
  view: View,
  problems: readonly ErrorDetail[],
  call: Call,
  measure: () => Promise<MeasureNodes>,
): EmbedState {
  const store = createExplorerStore(view, problems);
  const early = startEarlyGraph(store, call);
  const status = startStatus(store, call);
  const stops = [
    startBaseGraph(store, (signal) => call('graph', { signal })),
    startGraph(store, early.call),
    startSelection(store, call),
    startMissing(store, call),
    startAnnouncing(store),
    early.close,
    status.close,
    // An article stays open for hours; its embeds ask no more once they have what they show.
    watch(
      store,
      (state) => state.status?.database.state === 'ready' && state.graph.state === 'ready',
      (settled) => settled && status.close(),
    ),
    startWhenAsked(
      store,
      ({ view }) => measuresOf(view).length > 0,
      async () => {
        const { startCentralities } = await import('../state/centralities.ts');
        return startCentralities(store, await measure());
      },
    ),
    startWhenAsked(
      store,
      ({ view }) => !looksUsual(view),
      async () => {
        const { looking } = await import('../state/looking.ts');
        store.setState({ looking });
        return () => {};
      },
    ),
    startWhenAsked(
      store,
      ({ view }) => asksAlliances(view),
      async () => {
        const [{ startAlliances }, { openMeasures }] = await Promise.all([
          import('../state/measures/alliances.ts'),
          import('../state/measures/open-measures.ts'),
        ]);
        return startAlliances(store, openMeasures).close;
      },
    ),
  ];
  return {
    store,
    close: () => {
      for (const stop of stops) stop();
    },
  };
}
