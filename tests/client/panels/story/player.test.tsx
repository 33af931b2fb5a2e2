import { expect, it } from 'vitest';
import { Player } from '../../../../client/panels/story/player.tsx';
import { until } from '../../state/world.ts';
import { markupOf, openOn, wordsOf } from '../on-page.tsx';

it('the player says that there is no such story, and lets itself be left', async () => {
  const explorer = await openOn('?story=nobody');
  await until(() => explorer.store.getState().story.state === 'failed');
  expect(wordsOf(markupOf(explorer, <Player />))).toContain('Leave the story');
  explorer.close();
});
