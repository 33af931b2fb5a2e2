import type { Graph } from '../../../server/core/model/graph.ts';
import { shownGraph } from '../../../server/core/picture/graph-index.ts';
import { asksAlliances } from '../../../server/core/picture/measures-asked-for.ts';
import { composeView } from '../../../server/core/view/compose-view.ts';
import { filterGraph } from '../../../server/core/view/filter-graph.ts';
import { shownOfView } from '../../../server/core/view/shown.ts';
import type { View } from '../../../server/core/view/view.ts';
import { change } from '../link/view-changes.ts';
import type { Close, ExplorerState, ExplorerStore } from '../store.ts';
import { framesOf } from '../time/playback.ts';
import { datesOf, slotsOf } from '../time/timeline.ts';
import type { MeasuresOfShown } from './measures.ts';

/** Dates round the one that is shown. */
const MOST_AHEAD = 24;
/** Milliseconds after which a network is left as too hard to be measured for nobody who asked. */
const LONGEST = 1000;

/**
 * Measures beforehand what the timeline would show next, the nearest first, so that a step recolours at once:
 * where all the data are loaded and the picture draws by camps or blocs. It gives up where networks are hard.
 */
export function startAhead(store: ExplorerStore, measures: MeasuresOfShown): Close {
  let [wanted, hard, working, closed] = [undefined as View[] | undefined, '', false, false];
  let running = new AbortController();
  let seen: readonly unknown[] = [];
  const work = async () => {
    working = true;
    for (let view = wanted?.shift(); view && !closed; view = wanted?.shift()) {
      const graph = await graphOf(store.getState(), view);
      running = new AbortController();
      const done = graph && !closed && measures.foresee(graph, running.signal);
      if (!done || (await inTime(done, LONGEST))) continue;
      running.abort();
      [wanted, hard] = [[], nameOf(view)];
    }
    working = false;
  };
  const keepUp = (state: ExplorerState) => {
    const now = [state.view, state.whole, state.timeline, state.alliances?.report];
    if (now.every((each, at) => each === seen[at])) return;
    seen = now;
    if (!canForesee(state) || nameOf(state.view) === hard) return;
    wanted = framesNear(state);
    if (!working) void work();
  };
  const unsubscribe = store.react(keepUp);
  keepUp(store.getState());
  return () => {
    closed = true;
    unsubscribe();
    running.abort();
  };
}

/** Whether what is shown is measured, and all that other dates would show is loaded. */
function canForesee(state: ExplorerState): boolean {
  const { view, alliances, timeline, whole } = state;
  if (!asksAlliances(view) || timeline.state !== 'ready' || !whole) return false;
  const { focus, start, add, expand, expandBy, reveal, path } = view;
  if ([focus, start, add, expand, expandBy, reveal, path].some((each) => each !== undefined)) return false;
  return alliances?.report.state === 'ready' && !alliances.stale && alliances.of === shownGraph(state);
}

/** The views of other dates, as playing the timeline would show them, the nearest first. */
function framesNear({ view, timeline }: ExplorerState): View[] {
  if (timeline.state !== 'ready') return [];
  const frames = framesOf(datesOf(slotsOf(timeline.value.bins, () => 0)), view.from, view.to);
  const here = frames.findIndex(({ to }) => to === view.to);
  const at = here < 0 ? frames.length : here;
  const far = (frame: (typeof frames)[number]) => Math.abs(frames.indexOf(frame) - at);
  return [...frames]
    .sort((a, b) => far(a) - far(b))
    .slice(0, MOST_AHEAD)
    .map((frame) => change(view, frame));
}

async function graphOf({ whole }: ExplorerState, view: View): Promise<Graph | undefined> {
  if (!whole) return undefined;
  const graph = await composeView(
    view,
    async (query) => filterGraph(whole, query),
    whole.attributes.snapshot,
  );
  return shownOfView(graph, view);
}

/** What tells networks of other dates from those of another choice. */
function nameOf(view: View): string {
  return JSON.stringify(
    change(view, { from: undefined, to: undefined, camera: undefined, select: undefined }),
  );
}

async function inTime(done: Promise<void>, limit: number): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(resolve, limit, false);
  });
  const result = await Promise.race([done.then(() => true), late]);
  clearTimeout(timer);
  return result;
}
