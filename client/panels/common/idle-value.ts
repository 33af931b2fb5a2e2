import { startTransition, useEffect, useState } from 'react';

/** After so long it follows however busy the page is, in milliseconds. */
const PATIENCE = 1_000;

/**
 * A value that follows another one as soon as the page has nothing more pressing to do, for what is costly to
 * tell of a large graph: the picture's answer to a filter does not wait for it.
 */
export function useIdleValue<T>(value: T): T {
  const [followed, setFollowed] = useState(value);
  useEffect(() => {
    if (Object.is(followed, value)) return;
    return whenIdle(() => startTransition(() => setFollowed(() => value)));
  }, [followed, value]);
  return followed;
}

/** Gives what calls it off. */
function whenIdle(run: () => void): () => void {
  // Safari has no such callback.
  if (typeof requestIdleCallback === 'undefined') {
    const timer = setTimeout(run, 1);
    return () => clearTimeout(timer);
  }
  const handle = requestIdleCallback(run, { timeout: PATIENCE });
  return () => cancelIdleCallback(handle);
}
