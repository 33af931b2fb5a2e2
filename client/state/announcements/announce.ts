import { indexOf, shownGraph } from '../../../server/core/picture/graph-index.ts';
import { MOST_SELECTED } from '../../../server/core/view/change.ts';
import { amount, edgeClause, number } from '../../../server/core/words/words.ts';
import type { ViewHistory } from '../link/view-history.ts';
import { captionOf } from '../selection/captions.ts';
import type { Close, ExplorerState, ExplorerStore } from '../store.ts';
import { watch } from '../watch.ts';

/** Gives the step that was just recorded in words, where it has some. */
export type DoneInWords = (now: ViewHistory, before: ViewHistory, state: ExplorerState) => string | undefined;

/**
 * Tells a screen reader what changed: the database's state, how much is shown, what is selected, else the step.
 *
 * @param doneInWords Only where steps are recorded.
 */
export function startAnnouncing(store: ExplorerStore, doneInWords?: DoneInWords): Close {
  const say = (...words: (string | undefined)[]) => {
    const announcement = words.filter(Boolean).join(' ');
    if (announcement) store.setState({ announcement });
  };
  const selection = createSelectionWords(store);
  const stops = [
    watch(store, stateOfDatabase, (now) => say(now)),
    // Before all that says more of a step, which is then said instead.
    watch(
      store,
      ({ history }) => history,
      (now, before) => before && say(doneInWords?.(now, before, store.getState())),
    ),
    watch(
      store,
      (state) => shownGraph(state),
      (_, before) =>
        // What is played is told at its own pace.
        before && !store.getState().playing && say(whatIsShown(store.getState()), selection()),
    ),
    watch(
      store,
      // Once the picture shows it, so that it is the last that is said of the change.
      (state) => (state.refreshing || state.graph.state === 'loading' ? undefined : state.path?.found),
      async (found) => {
        const words = await whatPath(store.getState()).catch(() => undefined);
        if (store.getState().path?.found === found) say(words);
      },
    ),
    watch(
      store,
      (state) => state.view.select,
      () => say(selection()),
    ),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

/** Gives what is selected in words, where that was not said since it changed. */
function createSelectionWords(store: ExplorerStore): () => string | undefined {
  let told = store.getState().view.select;
  return () => {
    const state = store.getState();
    const { select } = state.view;
    if (select === told) return undefined;
    const words = whatIsSelected(state, told);
    // What is on its way to the picture is said when it is there.
    if (words !== undefined || select === undefined) told = select;
    return words;
  };
}

function stateOfDatabase({ status, reachable }: ExplorerState): string | undefined {
  if (reachable === false) return 'The server cannot be reached. Trying again.';
  const { database } = status ?? {};
  if (database?.state === 'starting') return database.progress?.message ?? 'The database is starting.';
  if (database?.state === 'lost') return 'The connection to the database is lost. Trying again.';
  if (database?.state === 'failed') return 'The database could not be started.';
  return undefined;
}

/** How much the picture shows, in words. */
export function whatIsShown(state: ExplorerState): string {
  const { nodes, edges, attributes } = shownGraph(state);
  const cut = attributes.truncated ? ', cut off at a limit' : '';
  return `Showing ${amount(nodes.length, 'node')} and ${amount(edges.length, 'edge')}${cut}.`;
}

/** How two nodes are connected, in words; undefined while no path is looked for. */
/** What is known of a path; the words for it are fetched with the first one. */
async function whatPath(state: ExplorerState): Promise<string | undefined> {
  const { path } = state;
  if (path?.found.state === 'failed') return path.found.message;
  if (path?.found.state !== 'ready') return undefined;
  const { pathsInWords } = await import('../selection/path-words.ts');
  return pathsInWords(path.found.value, path, (key) => captionOf(state, key)).join(' ');
}

/** What is selected, in words; undefined when nothing was and nothing is. */
export function whatIsSelected(state: ExplorerState, before?: readonly string[]): string | undefined {
  const keys = state.view.select ?? [];
  if (keys.length === 0) return before ? 'Nothing is selected.' : undefined;
  if (keys.length === MOST_SELECTED) return `${number(keys.length)} selected, the maximum.`;
  if (keys.length > 1) return `${keys.length} selected.`;
  const { nodes, edges } = indexOf(shownGraph(state));
  const node = nodes.get(keys[0] ?? '');
  if (node) return `${node.attributes.caption} is selected.`;
  const edge = edges.get(keys[0] ?? '');
  if (!edge) return undefined;
  const end = (key: string) => nodes.get(key)?.attributes.caption ?? key;
  return `Selected: ${edgeClause(end(edge.source), edge.attributes.type, end(edge.target))}.`;
}
