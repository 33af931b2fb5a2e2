import { storyList, storyOf } from '../../core/answers/stories.ts';
import type { Story } from '../../core/model/story.ts';
import type { Handler } from '../http/endpoint.ts';
import type { Caller, Services } from '../http/services.ts';

/** The stories of the data sets that the database holds. */
export const storiesHandler: Handler<'stories'> = {
  name: 'stories',
  answer: async ({ services, caller }) => ({ value: storyList(await storiesTold(services, caller)) }),
};

export const storyHandler: Handler<'story'> = {
  name: 'story',
  answer: async ({ services, caller, path }) => ({
    value: storyOf(await storiesTold(services, caller), path.id),
  }),
};

/**
 * The stories that are told on what the database holds: one that somebody else filled has no part in those that this
 * server knows.
 */
export async function storiesTold(services: Services, caller: Caller): Promise<Story[]> {
  const { stories } = services;
  if (stories.length === 0) return [];
  const ids = [...new Set(stories.map(({ dataSet }) => dataSet))];
  const { value: rows } = await services.graph.read(
    (reader) => reader.rows('describe/data-sets', { ids }),
    caller,
  );
  const held = new Set(rows.map((row) => row.id));
  return stories.filter(({ dataSet }) => held.has(dataSet));
}
