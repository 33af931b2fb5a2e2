import { useEffect, useState } from 'react';
import type { StoriesAnswer } from '../../../server/core/model/story.ts';
import { useExplorer } from '../common/context.ts';

/** The stories that are told on the data, asked for once; none where they cannot be had, which is no reason to complain. */
export function useStories(): StoriesAnswer['stories'] {
  const [stories, setStories] = useState<StoriesAnswer['stories']>([]);
  const { call } = useExplorer();
  useEffect(() => {
    const control = new AbortController();
    call('stories', { signal: control.signal }).then(
      (answer) => setStories(answer.stories),
      () => undefined,
    );
    return () => control.abort();
  }, [call]);
  return stories;
}
