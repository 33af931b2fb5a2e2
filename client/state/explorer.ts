import { searchToView } from '../../server/core/view/view-link.ts';
import type { Call } from '../api.ts';
import type { MeasureNodes } from '../workers/measure-nodes.ts';
import { type Actions, createActions } from './actions.ts';
import { startAnnouncing } from './announcements/announce.ts';
import { startAnnouncingLooks } from './announcements/announce-looks.ts';
import { startAnnouncingPlaying } from './announcements/announce-playing.ts';
import { announceWalk, whatIsDone } from './announcements/announce-steps.ts';
import { createKeys, type KeysStore } from './keys.ts';
import { type LinkPort, startLink } from './link/link.ts';
import { startAskingAgain } from './loading/ask-again.ts';
import { startBaseGraph } from './loading/base-graph.ts';
import { startEarlyGraph } from './loading/early-graph.ts';
import { startWhole } from './loading/keep-whole-graph.ts';
import { startLoading } from './loading/loading.ts';
import { startMenu } from './loading/menu.ts';
import { startMissing } from './loading/missing-elements.ts';
import { createSearch } from './loading/search.ts';
import { startStatus } from './loading/status.ts';
import { startSuggestions } from './loading/suggestions.ts';
import { createOwnScheme, type OwnScheme } from './looks/colour-scheme.ts';
import { startPainter } from './looks/painter.ts';
import { type Alliances, type OpenMeasures, startAlliances } from './measures/alliances.ts';
import { startNodeMeasures } from './measures/node-measures.ts';
import { createPanels, type Memory, type PanelsStore } from './panels.ts';
import { startPair } from './selection/pair.ts';
import { startSelection } from './selection/selection.ts';
import { type Close, createExplorerStore, type ExplorerStore } from './store.ts';
import type { StoryComposer } from './stories/composer/story-composer.ts';
import { startStory } from './stories/story.ts';
import { type ColumnsStore, createColumns } from './table/chosen-columns.ts';
import { createPlayback } from './time/playback.ts';

/** The whole state of the explorer, running: it polls, loads and follows the link until closed. */
export interface Explorer {
  /** Asks for whatever else of the data the page wants. */
  call: Call;
  store: ExplorerStore;
  panels: PanelsStore;
  scheme: OwnScheme;
  keys: KeysStore;
  /** Which properties the tables show. */
  columns: ColumnsStore;
  actions: Actions;
  /** Undefined where nobody asks who stands with whom. */
  alliances?: Alliances | undefined;
  /** Whether nodes get their positions without a picture; where not, the picture sees to it. */
  arranged?: boolean;
  /** Gives what composes stories, which is loaded when it is first asked for. Undefined where nobody does. */
  composer?: (() => Promise<StoryComposer>) | undefined;
  close: Close;
}

export interface World {
  call: Call;
  link: LinkPort;
  /** Undefined where nothing can be remembered. */
  memory: Memory | undefined;
  /** Undefined where nothing is measured. */
  measure?: MeasureNodes;
  /** Undefined where nobody asks who stands with whom. */
  openMeasures?: OpenMeasures;
  /** Gives nodes their positions; undefined where the picture sees to it. */
  arrange?: (store: ExplorerStore, actions: Pick<Actions, 'setPositions'>) => Close;
}

/** Starts the explorer on the view that the link names. */
export function startExplorer({
  call: given,
  link,
  memory,
  measure,
  openMeasures,
  arrange,
}: World): Explorer {
  const { view, problems } = searchToView(link.read());
  const store = createExplorerStore(view, problems);
  const again = startAskingAgain(store, given, () => status.soon());
  const { call } = again;
  const early = startEarlyGraph(store, call);
  const status = startStatus(store, given);
  const search = createSearch(store, call);
  const history = startLink(store, link, (way, name) => announceWalk(store, way, name));
  const playback = createPlayback(store);
  const alliances = openMeasures && startAlliances(store, openMeasures);
  const actions = createActions(store, { status, search, history, playback });
  const stops = [
    startBaseGraph(store, (signal) => call('graph', { signal })),
    again.close,
    early.close,
    startLoading(store, early.call),
    startWhole(store),
    startSelection(store, call),
    startPair(store, call),
    startMenu(store, call),
    startMissing(store, call),
    startSuggestions(store, call),
    startStory(store, call, memory),
    startAnnouncing(store, whatIsDone),
    startAnnouncingLooks(store),
    startAnnouncingPlaying(store),
    startPainter(store),
    measure ? startNodeMeasures(store, measure) : () => {},
    alliances?.close ?? (() => {}),
    arrange?.(store, actions) ?? (() => {}),
    status.close,
    search.close,
    history.close,
    playback.close,
  ];
  return {
    call: given,
    store,
    composer: lazyComposer(store, memory),
    panels: createPanels(memory),
    scheme: createOwnScheme(memory),
    keys: createKeys(memory),
    columns: createColumns(memory),
    alliances,
    actions,
    arranged: arrange !== undefined,
    close: () => {
      for (const stop of stops) stop();
    },
  };
}

function lazyComposer(store: ExplorerStore, memory: Memory | undefined): () => Promise<StoryComposer> {
  let composer: Promise<StoryComposer> | undefined;
  const open = async () => {
    const { createStoryComposer } = await import('./stories/composer/story-composer.ts');
    return createStoryComposer(store, memory);
  };
  return () => {
    composer ??= open().catch((cause: unknown) => {
      // Whoever asks again, perhaps with the network back, is to get it.
      composer = undefined;
      throw cause;
    });
    return composer;
  };
}
