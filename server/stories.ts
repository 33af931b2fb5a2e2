import type { DataSet } from '../seed/data-set.ts';
import { openDataSet } from '../seed/seed.ts';
import { storyFolders } from '../seed/story-folders.ts';
import type { Story } from './core/model/story.ts';
import type { SetLooks } from './graph/context.ts';
import { projectFolder } from './project.ts';
import type { Settings } from './settings.ts';

/** What of data sets is told and drawn by, and not in the database. */
export interface BesideData {
  stories: Story[];
  looks: SetLooks[];
}

/**
 * The stories and the looks of the data sets that the settings name. They are read from their files: in the database
 * they would be nodes among those of the data, and only seeding writes there.
 * @throws EntenteError `invalid_request` for a folder that is no data set, with every fault in it
 */
export function readBesideData({ stories }: Pick<Settings, 'stories'>): BesideData {
  const sets: DataSet[] = storyFolders(stories, projectFolder()).map((folder) => openDataSet(folder));
  return {
    stories: sets.flatMap((set) => set.stories),
    looks: sets.flatMap(({ id, looks }) => (looks.length > 0 ? [{ dataSet: id, rules: looks }] : [])),
  };
}
