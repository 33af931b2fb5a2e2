import { openDataSet } from '../seed/seed.ts';
import { storyFolders } from '../seed/story-folders.ts';
import type { Story } from './core/model/story.ts';
import { projectFolder } from './project.ts';
import type { Settings } from './settings.ts';

/**
 * The stories of the data sets that the settings name. They are read from their files: in the database they would
 * be nodes among those of the data, and only seeding writes there.
 * @throws EntenteError `invalid_request` for a folder that is no data set, with every fault in it
 */
export function readStories({ stories }: Pick<Settings, 'stories'>): Story[] {
  return storyFolders(stories, projectFolder()).flatMap((folder) => openDataSet(folder).stories);
}
