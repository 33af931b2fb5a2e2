import { EntenteError } from '../../../server/core/model/errors.ts';
import type { Loadable } from '../../../server/core/model/loadable.ts';
import { composition, createComposer } from '../../../server/core/picture/compose.ts';
import { mergeGraphs } from '../../../server/core/view/merge-graphs.ts';
import type { View } from '../../../server/core/view/view.ts';
import { type Call, explain, isAbort } from '../../api.ts';
import { loadPath } from '../selection/paths.ts';
import type { Close, ExplorerState, ExplorerStore } from '../store.ts';
import { awaitsStory } from '../stories/story-step.ts';
import { createLane, watch } from '../watch.ts';
import { repairView } from './repair-view.ts';

/** Whether there is data to load: the database answers and holds something. */
export function hasData({ status }: Pick<ExplorerState, 'status'>): boolean {
  return status?.database.state === 'ready' && status.counts?.nodes !== 0;
}

/** What tells one state of the data, or one asking for it, from another; undefined while there is none. */
export function dataOf(state: ExplorerState): string | undefined {
  return hasData(state) ? `${state.status?.snapshot} ${state.attempt}` : undefined;
}

/** Loads the graph alone, and again when the view or the data changes. */
export function startGraph(store: ExplorerStore, call: Call): Close {
  const lane = createLane();
  const compose = createComposer((query, signal) => call('graph', { query, signal }));
  const stop = watch(
    store,
    (state) =>
      dataOf(state) &&
      !awaitsStory(state) &&
      JSON.stringify([dataOf(state), composition(state.view), state.view.path, state.view.paths]),
    (now) => now && loadGraph(store, call, compose, lane.next()),
  );
  return () => {
    stop();
    lane.close();
  };
}

type Compose = ReturnType<typeof createComposer>;

async function loadGraph(store: ExplorerStore, call: Call, compose: Compose, signal: AbortSignal) {
  const state = store.getState();
  const { view } = state;
  const path = loadPath(store, call, signal);
  const composed = compose(view, dataOf(state) ?? '', state.status?.snapshot ?? '', signal).catch((cause) =>
    showTheRest(store, call, view, cause, signal),
  );
  const both = Promise.all([composed, path]);
  await load(
    store,
    'graph',
    both.then(([graph, found]) => (found ? mergeGraphs(graph, [found]) : graph)),
  );
}

/** A link made on other data still shows what it can: the view is freed of what is gone, and that is told. */
async function showTheRest(
  store: ExplorerStore,
  call: Call,
  view: View,
  cause: unknown,
  signal: AbortSignal,
): Promise<never> {
  const refused = cause instanceof EntenteError && ['invalid_request', 'not_found'].includes(cause.code);
  const repaired = refused && repairView(view, cause, await call('schema', { signal }));
  if (!repaired || signal.aborted) throw cause;
  store.setState(({ missing }) => ({
    view: repaired.view,
    repairedView: repaired.view,
    missing: {
      otherSnapshot: missing?.otherSnapshot ?? false,
      keys: [...new Set([...(missing?.keys ?? []), ...repaired.gone])],
    },
  }));
  // The change of the view has begun a new loading, which this one makes way for.
  throw new DOMException('The view was repaired.', 'AbortError');
}

type Field = 'schema' | 'graph' | 'timeline';

/** Puts the outcome of a request into the store; what was there before stays until then. */
export async function load<F extends Field>(
  store: ExplorerStore,
  field: F,
  request: Promise<ExplorerState[F] extends Loadable<infer T> ? T : never>,
): Promise<void> {
  const put = (loadable: Loadable<unknown>, refreshing: boolean) =>
    store.setState({ [field]: loadable, ...(field === 'graph' && { refreshing }) });
  const before = store.getState()[field];
  put(before.state === 'ready' ? before : { state: 'loading' }, before.state === 'ready');
  try {
    put({ state: 'ready', value: await request }, false);
  } catch (cause) {
    if (!isAbort(cause)) put({ state: 'failed', ...explain(cause) }, false);
  }
}
