import { composition } from '../../../server/core/loading/compose.ts';
import { createViewLoader } from '../../../server/core/loading/load-view.ts';
import { EntenteError } from '../../../server/core/model/errors.ts';
import type { Loadable } from '../../../server/core/model/loadable.ts';
import type { View } from '../../../server/core/view/view.ts';
import { type Call, explain, isAbort } from '../../api.ts';
import { findPaths, forgetPaths } from '../selection/paths.ts';
import type { Close, ExplorerState, ExplorerStore } from '../store.ts';
import { awaitsStory } from '../stories/story-step.ts';
import { createLane, watch } from '../watch.ts';
import { isAway } from './ask-again.ts';

/** Whether there is data to load: the database holds something, or did when it last answered. */
export function hasData({ status }: Pick<ExplorerState, 'status'>): boolean {
  const held = status?.database.state === 'ready' || status?.snapshot !== undefined;
  return held && status.counts?.nodes !== 0;
}

/** What tells one state of the data, or one asking for it, from another; undefined while there is none. */
export function dataOf(state: ExplorerState): string | undefined {
  return hasData(state) ? `${state.status?.snapshot} ${state.attempt}` : undefined;
}

/** Loads the graph alone, and again when the view or the data changes. */
export function startGraph(store: ExplorerStore, call: Call): Close {
  const lane = createLane();
  const loader = createViewLoader({
    graph: (query, signal) => call('graph', { query, signal }),
    paths: (query, signal) => findPaths(store, call, query, signal),
  });
  const stop = watch(
    store,
    (state) =>
      dataOf(state) &&
      !awaitsStory(state) &&
      JSON.stringify([dataOf(state), composition(state.view), state.view.path, state.view.paths]),
    (now) => now && loadGraph(store, call, loader, lane.next()),
  );
  return () => {
    stop();
    lane.close();
  };
}

async function loadGraph(
  store: ExplorerStore,
  call: Call,
  loader: ReturnType<typeof createViewLoader>,
  signal: AbortSignal,
) {
  const state = store.getState();
  const { view } = state;
  forgetPaths(store);
  const of = { data: dataOf(state) ?? '', snapshot: state.status?.snapshot ?? '' };
  const loaded = loader(view, of, signal).catch((cause) => showTheRest(store, call, view, cause, signal));
  await load(
    store,
    'graph',
    loaded.then(({ graph }) => graph),
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
  if (!refused) throw cause;
  // Few links are of other data.
  const [schema, { repairView }] = await Promise.all([
    call('schema', { signal }),
    import('./repair-view.ts'),
  ]);
  const repaired = repairView(view, cause, schema);
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
    if (isAbort(cause)) return;
    const stays = before.state === 'ready' && isAway(cause);
    put(stays ? before : { state: 'failed', ...explain(cause) }, false);
  }
}
