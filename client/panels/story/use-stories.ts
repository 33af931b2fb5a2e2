import { useEffect, useState } from 'react';
import type { StoriesAnswer } from '../../../server/core/model/story.ts';
import { createCall } from '../../api.ts';

/** The stories that are told on the data, asked for once; none where they cannot be had, which is no reason to complain. */
export function useStories(): StoriesAnswer['stories'] {
  const [stories, setStories] = useState<StoriesAnswer['stories']>([]);
  useEffect(() => {
    const control = new AbortController();
    createCall()('stories', { signal: control.signal }).then(
      (answer) => setStories(answer.stories),
      () => undefined,
    );
    return () => control.abort();
  }, []);
  return stories;
}
