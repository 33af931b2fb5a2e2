import type { Story } from '../model/story.ts';
import type { View } from './view.ts';

/** What a view is called that has no caption. */
const UNNAMED = 'Relationship graph';
const MOST_LETTERS = 120;

/** What a view is called in a line: after the story that it tells, else by the first line of its caption. */
export function titleOf({ caption }: Pick<View, 'caption'>, story?: Pick<Story, 'title'>): string {
  return (story?.title ?? caption ?? '').split('\n')[0]?.slice(0, MOST_LETTERS) || UNNAMED;
}
