import type { Call } from '../../api.ts';
import { isAbort } from '../../api.ts';
import type { Close, ExplorerState, ExplorerStore } from '../store.ts';

const SOON = 400;
const WAITING = 1_000;
const TROUBLE = 2_000;
const STEADY = 15_000;
/** How many polls are fast before waiting gets slower. */
const FAST_POLLS = 15;

/** How long to wait before asking for the status again, in milliseconds. */
export function pauseAfter(
  state: Pick<ExplorerState, 'status' | 'reachable' | 'behind'>,
  polls: number,
): number {
  if (state.reachable === false || state.behind) return TROUBLE;
  const database = state.status?.database.state;
  if (database === 'ready') return state.status?.counts?.nodes === 0 ? WAITING : STEADY;
  if (database === 'starting') return polls < FAST_POLLS ? SOON : WAITING;
  return TROUBLE;
}

/** Keeps the status up to date: often while something is being waited for, seldom when all is well. */
export function startStatus(
  store: ExplorerStore,
  call: Call,
): { refresh: () => void; retry: () => void; soon: () => void; rest: () => void; close: Close } {
  const abort = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let [polls, resting] = [0, false];
  const next = () => {
    clearTimeout(timer);
    if (!abort.signal.aborted && !resting) timer = setTimeout(poll, pauseAfter(store.getState(), polls));
  };
  const poll = async () => {
    clearTimeout(timer);
    try {
      const status = await call('status', { signal: abort.signal });
      if (status.database.state === 'ready') polls = 0;
      store.setState({ status, reachable: true });
    } catch (cause) {
      if (isAbort(cause)) return;
      store.setState({ reachable: false });
    }
    polls += 1;
    next();
  };
  void poll();
  return {
    refresh: () => void poll(),
    /** Has the server try its database at once, and looks what comes of it. */
    retry: () => {
      polls = 0;
      void call('retry', { signal: abort.signal })
        .catch(() => {})
        .then(poll);
    },
    /** Asks again after the pause that is due by now, also where it had been left. */
    soon: () => {
      resting = false;
      next();
    },
    /** Asks no more until `soon`. */
    rest: () => {
      resting = true;
      clearTimeout(timer);
    },
    close: () => {
      abort.abort();
      clearTimeout(timer);
    },
  };
}
