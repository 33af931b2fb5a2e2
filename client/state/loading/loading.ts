import type { View } from '../../../server/core/view/view.ts';
import type { Call } from '../../api.ts';
import type { Close, ExplorerState, ExplorerStore } from '../store.ts';
import { whenOf } from '../time/timeline.ts';
import { createLane, watch } from '../watch.ts';
import { dataOf, load, startGraph } from './load-graph.ts';

/** Spans up to this many years are counted by month, longer ones by year. */
const YEARS_BY_MONTH = 40;
/** How long counts of other edges wait while there are some, in milliseconds: the picture is to have the processor first. */
const AFTER_PICTURE = 300;

/** Loads the schema, the graph and the timeline, and again when the view or the data changes. */
export function startLoading(store: ExplorerStore, call: Call): Close {
  const lanes = { schema: createLane(), timeline: createLane() };
  let timer: ReturnType<typeof setTimeout> | undefined;
  const loadCounts = () => {
    const state = store.getState();
    const { timeline } = state;
    const waits = timeline.state === 'ready' && timeline.value.unit === unitOf(state);
    clearTimeout(timer);
    lanes.timeline.next();
    timer = setTimeout(() => void loadTimeline(store, call, lanes.timeline), waits ? AFTER_PICTURE : 0);
  };
  const stops = [
    startGraph(store, call),
    watch(
      store,
      dataOf,
      (now) => now && load(store, 'schema', call('schema', { signal: lanes.schema.next() })),
    ),
    watch(
      store,
      (state) =>
        dataOf(state) &&
        JSON.stringify([dataOf(state), timelineQuery(state.view), state.schema.state, unitOf(state)]),
      (now) => now && loadCounts(),
    ),
  ];
  return () => {
    for (const stop of stops) stop();
    clearTimeout(timer);
    for (const lane of Object.values(lanes)) lane.close();
  };
}

function timelineQuery(view: View) {
  const { label, type, modality, confidence, source } = view;
  return { label, type, modality, confidence, source, when: whenOf(view) };
}

function unitOf({ schema, view }: Pick<ExplorerState, 'schema' | 'view'>): 'day' | 'month' | 'year' {
  if (view.unit) return view.unit;
  const dates = schema.state === 'ready' ? schema.value.dates : undefined;
  if (!dates) return 'month';
  return Number(dates.last.slice(0, 4)) - Number(dates.first.slice(0, 4)) > YEARS_BY_MONTH ? 'year' : 'month';
}

async function loadTimeline(store: ExplorerStore, call: Call, lane: ReturnType<typeof createLane>) {
  const state = store.getState();
  if (state.schema.state !== 'ready') return;
  const query = { ...timelineQuery(state.view), unit: unitOf(state) };
  await load(store, 'timeline', call('timeline', { query, signal: lane.next() }));
}
