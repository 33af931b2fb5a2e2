import type { Story } from '../model/story.ts';
import type { View } from './view.ts';
import { searchToView } from './view-link.ts';

/** Whether a view says nothing but which step of which story it is, so that the step says what is shown. */
export function namesStepAlone({
  story: _,
  step: _at,
  theme: _theme,
  table: _table,
  snapshot: _snapshot,
  ...rest
}: View): boolean {
  return Object.keys(rest).length === 0;
}

/** The number of a step that there is: of one beyond the last, the last. */
export function stepWithin({ steps }: Pick<Story, 'steps'>, number = 1): number {
  return Math.min(steps.length, Math.max(1, number));
}

/** What a step is called apart from its story. */
export function titleOfStep({ title, steps }: Pick<Story, 'title' | 'steps'>, number: number): string {
  const step = steps[stepWithin({ steps }, number) - 1];
  return step ? `${step.title}: ${title}` : title;
}

/** The view of a step, with the story and its number in it. */
export function viewAtStep(story: Pick<Story, 'id' | 'steps'>, number: number): View {
  const step = stepWithin(story, number);
  return { ...searchToView(story.steps[step - 1]?.view ?? '').view, story: story.id, step };
}
