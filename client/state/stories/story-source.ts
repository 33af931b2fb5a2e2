import { EntenteError } from '../../../server/core/model/errors.ts';
import type { Story } from '../../../server/core/model/story.ts';
import type { Call } from '../../api.ts';
import type { Memory } from '../panels.ts';
import { DRAFT } from './composer/draft-id.ts';

/**
 * Reads a story: a draft of this browser, else one that the server knows.
 *
 * @throws EntenteError `not_found` where neither has it
 */
export async function readStory(
  call: Call,
  memory: Memory | undefined,
  id: string,
  signal: AbortSignal,
): Promise<Story> {
  if (!id.startsWith(DRAFT)) return call('story', { path: { id }, signal });
  const [{ readDrafts }, { storyOf }] = await Promise.all([
    import('./composer/draft-memory.ts'),
    import('./composer/draft.ts'),
  ]);
  const found = readDrafts(memory).find((each) => each.id === id);
  if (found) return storyOf(id, found.draft);
  return call('story', { path: { id }, signal }).catch((cause: unknown) => {
    if (!(cause instanceof EntenteError && cause.code === 'not_found')) throw cause;
    const message = 'There is no such story here. Drafts are kept only in the browser they were written in.';
    throw new EntenteError('not_found', `${message} Save it as a file to share it.`, { cause });
  });
}
