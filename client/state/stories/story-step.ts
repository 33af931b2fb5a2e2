import type { Story } from '../../../server/core/model/story.ts';
import { change } from '../../../server/core/view/change.ts';
import { namesStepAlone, stepWithin, viewAtStep } from '../../../server/core/view/story-view.ts';
import type { View } from '../../../server/core/view/view.ts';
import type { ExplorerState } from '../store.ts';

/** The view of a step; of a number beyond the last step, the last. The reader's choice of theme and table stays. */
export function viewOfStep(story: Story, number: number, now: View): View {
  const view = viewAtStep(story, number);
  return change(view, { theme: view.theme ?? now.theme, table: now.table });
}

/** The step that is shown, from 1. */
export function stepOf({ view, story }: Pick<ExplorerState, 'view' | 'story'>): number {
  return story.state === 'ready' ? stepWithin(story.value, view.step) : 1;
}

/** Whether what is selected is what the step of a story selects, not the reader. */
export function isSelectedByStep({ view, story }: Pick<ExplorerState, 'view' | 'story'>): boolean {
  if (view.story === undefined || story.state !== 'ready') return view.story !== undefined;
  const { select } = viewOfStep(story.value, view.step ?? 1, view);
  return JSON.stringify(select) === JSON.stringify(view.select);
}

/** Whether it is not known yet what the view shows, because the story that says so is on its way. */
export function awaitsStory({ view, story }: Pick<ExplorerState, 'view' | 'story'>): boolean {
  if (view.story === undefined || !namesStepAlone(view) || story.state === 'failed') return false;
  return story.state !== 'ready' || story.value.id !== view.story;
}
