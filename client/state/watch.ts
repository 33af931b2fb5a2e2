import type { Close, ExplorerState, ExplorerStore } from './store.ts';

/**
 * Calls `react` whenever what `pick` gives changes, and once at the start.
 * `pick` must give equal values (`Object.is`) for equal states.
 */
export function watch<T>(
  store: ExplorerStore,
  pick: (state: ExplorerState) => T,
  react: (now: T, before: T | undefined) => void,
): Close {
  let last = pick(store.getState());
  react(last, undefined);
  return store.react((state) => {
    const now = pick(state);
    if (Object.is(now, last)) return;
    const before = last;
    last = now;
    react(now, before);
  });
}

/** One running request at a time: starting the next cancels the one before. */
export function createLane(): { next: () => AbortSignal; close: Close } {
  let running: AbortController | undefined;
  const close = () => {
    running?.abort();
    running = undefined;
  };
  return {
    next: () => {
      close();
      running = new AbortController();
      return running.signal;
    },
    close,
  };
}
