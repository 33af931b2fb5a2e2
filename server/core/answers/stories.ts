import { EntenteError } from '../model/errors.ts';
import type { StoriesAnswer, Story } from '../model/story.ts';

/** What is told of stories before one is opened. */
export function storyList(stories: readonly Story[]): StoriesAnswer {
  return {
    stories: stories.map(({ id, dataSet, title, summary, steps }) => ({
      ...{ id, dataSet, title, steps: steps.length },
      ...(summary !== undefined && { summary }),
    })),
  };
}

/** @throws EntenteError `not_found` */
export function storyOf(stories: readonly Story[], id: string): Story {
  const story = stories.find((each) => each.id === id);
  if (story) return story;
  throw new EntenteError('not_found', `There is no story ${id} on this data; /api/stories lists them.`);
}
