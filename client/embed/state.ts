import type { ErrorDetail } from '../../server/core/model/errors.ts';
import { asksAlliances, measuresOf } from '../../server/core/picture/measures-asked-for.ts';
import { drawnView } from '../../server/core/picture/usual-looks.ts';
import type { View } from '../../server/core/view/view.ts';
import type { Call } from '../api.ts';
import { startAnnouncing } from '../state/announcements/announce.ts';
import { awayOf, startAskingAgain } from '../state/loading/ask-again.ts';
import { startBaseGraph } from '../state/loading/base-graph.ts';
import { startEarlyGraph } from '../state/loading/early-graph.ts';
import { startGraph } from '../state/loading/load-graph.ts';
import { startStatus } from '../state/loading/status.ts';
import { startPainter } from '../state/looks/painter.ts';
import { startSelection } from '../state/selection/selection.ts';
import { type Close, createExplorerStore, type ExplorerStore } from '../state/store.ts';
import { watch } from '../state/watch.ts';
import { startWhenAsked } from '../state/when-asked.ts';
import type { MeasureNodes } from '../workers/measure-nodes.ts';

/** What of a view may name nodes and edges that are gone, or other data. */
const NAMING = [
  ...(['snapshot', 'focus', 'add', 'expand', 'expandBy'] as const),
  ...(['reveal', 'path', 'hide', 'select', 'pins'] as const),
];

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
  given: Call,
  measure: () => Promise<MeasureNodes>,
): EmbedState {
  const store = createExplorerStore(view, problems);
  const again = startAskingAgain(store, given, () => status.soon());
  const { call } = again;
  const early = startEarlyGraph(store, call);
  const status = startStatus(store, given);
  const stops = [
    startBaseGraph(store, (signal) => call('graph', { signal })),
    startGraph(store, early.call),
    startSelection(store, call),
    startAnnouncing(store),
    again.close,
    early.close,
    status.close,
    // An article stays open for hours; its embeds ask no more once they have what they show.
    watch(
      store,
      (state) => !awayOf(state) && state.status !== undefined && state.graph.state === 'ready',
      (settled) => settled && status.rest(),
    ),
    startPainter(store),
    startWhenAsked(
      store,
      ({ graph }) => graph.state === 'ready' && NAMING.some((field) => view[field] !== undefined),
      async () => {
        const { startMissing } = await import('../state/loading/missing-elements.ts');
        return startMissing(store, call, view);
      },
    ),
    startWhenAsked(
      store,
      (state) => measuresOf(drawnView(state)).length > 0,
      async () => {
        const { startNodeMeasures } = await import('../state/measures/node-measures.ts');
        return startNodeMeasures(store, await measure());
      },
    ),
    startWhenAsked(
      store,
      (state) => asksAlliances(drawnView(state)),
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
