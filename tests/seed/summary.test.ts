import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { BUILT_IN_SET, openDataSet } from '../../seed/seed.ts';
import { storyFolders } from '../../seed/story-folders.ts';
import { toTell } from '../../seed/summary.ts';

const PROJECT = join(import.meta.dirname, '../..');
const BUILT_IN = join(PROJECT, 'seed/data', BUILT_IN_SET);

describe('what seeding says of the stories of a set', () => {
  const set = openDataSet(BUILT_IN);

  it("names the setting that a set of one's own needs for its stories to be told", () => {
    expect(toTell(set, '/my-set', storyFolders('', PROJECT))).toBe(
      'To serve its 1 story, start with ENTENTE_STORIES=/my-set',
    );
    expect(toTell(set, '/my-set', storyFolders(' /my-set , other', PROJECT))).toBe('');
  });

  it('says nothing where the server reads them already, or there are none', () => {
    expect(toTell(set, BUILT_IN, storyFolders('', PROJECT))).toBe('');
    expect(toTell({ ...set, stories: [] }, '/my-set', storyFolders('', PROJECT))).toBe('');
  });
});
