import type { ErrorDetail } from '../../../server/core/model/errors.ts';
import { change } from '../../../server/core/view/change.ts';
import { namesStepAlone } from '../../../server/core/view/story-view.ts';
import type { View } from '../../../server/core/view/view.ts';
import { type Call, explain, isAbort } from '../../api.ts';
import { isAway } from '../loading/ask-again.ts';
import { dataOf } from '../loading/load-graph.ts';
import type { Memory } from '../panels.ts';
import type { Close, ExplorerState, ExplorerStore } from '../store.ts';
import { createLane, watch } from '../watch.ts';
import { DRAFT } from './composer/draft-id.ts';
import { readStory } from './story-source.ts';
import { viewOfStep } from './story-step.ts';

/**
 * Loads the story that the view names, and shows its step where a link says no more than which one.
 *
 * @param memory Where drafts are kept; undefined where there are none.
 */
export function startStory(store: ExplorerStore, call: Call, memory: Memory | undefined): Close {
  const lane = createLane();
  const stop = watch(
    store,
    (state) =>
      state.view.story !== undefined ? JSON.stringify([state.view.story, dataOf(state)]) : undefined,
    () => void load(store, call, memory, lane.next()),
  );
  const unsubscribe = store.react(showStep);
  function showStep(state: ExplorerState) {
    const { story, view } = state;
    if (story.state !== 'ready' || story.value.id !== view.story) return;
    const { step = 1 } = view;
    const last = story.value.steps.length;
    // While a story is composed, its last step may have just been taken out.
    const isBeyond = step > last && !view.story.startsWith(DRAFT);
    const there = isBeyond ? { ...view, step: last } : view;
    // Where the link named no more than the step, what that shows takes the place of the link's own view.
    const shown = namesStepAlone(view) ? viewOfStep(story.value, step, view) : there;
    if (JSON.stringify(shown) === JSON.stringify(view)) return;
    const linkProblems = isBeyond ? [...state.linkProblems, beyondEnd(step, last)] : state.linkProblems;
    store.setState({ view: shown, repairedView: shown, linkProblems });
  }
  return () => {
    stop();
    unsubscribe();
    lane.close();
  };
}

function beyondEnd(step: number, steps: number): ErrorDetail {
  return { path: 'step', message: `is ${step}, but the story has ${steps} steps; the last is shown` };
}

async function load(
  store: ExplorerStore,
  call: Call,
  memory: Memory | undefined,
  signal: AbortSignal,
): Promise<void> {
  const { view, story } = store.getState();
  if (view.story === undefined) return;
  const there = story.state === 'ready' && story.value.id === view.story;
  // Whoever writes a draft tells it as it is now, which may be more than is kept.
  if (there && view.story.startsWith(DRAFT)) return;
  if (!there) store.setState({ story: { state: 'loading' } });
  try {
    const value = await readStory(call, memory, view.story, signal);
    if (!signal.aborted) store.setState({ story: { state: 'ready', value } });
  } catch (cause) {
    if (isAbort(cause) || signal.aborted || (there && isAway(cause))) return;
    store.setState({ story: { state: 'failed', ...explain(cause) } });
  }
}

/** What telling a story does to the view. */
export function createTelling(store: ExplorerStore) {
  return {
    /** Begins a story. */
    tellStory: (id: string) => store.setState(({ view }) => ({ view: begun(view, id) })),
    /** Shows a step of the story that is being told; nothing where there is no such step. */
    tellStep: (step: number) =>
      store.setState(({ story, view }) =>
        story.state === 'ready' && step >= 1 && step <= story.value.steps.length
          ? { view: viewOfStep(story.value, step, view) }
          : {},
      ),
    /** Leaves the story, and the picture as it is. */
    endStory: () =>
      store.setState(({ view }) => ({ view: change(view, { story: undefined, step: undefined }) })),
  };
}

function begun({ theme, table }: View, story: string): View {
  return change({}, { story, step: 1, theme, table });
}
