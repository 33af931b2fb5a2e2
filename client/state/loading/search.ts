import { type Call, explain, isAbort } from '../../api.ts';
import type { Close, ExplorerStore } from '../store.ts';
import { createLane } from '../watch.ts';

/** How long typing must rest before it is searched, in milliseconds. */
export const SEARCH_PAUSE = 120;
const HITS = 12;

/** Search as you type: the newest text wins, what is older is cancelled. */
export function createSearch(
  store: ExplorerStore,
  call: Call,
  pause = SEARCH_PAUSE,
): { search: (text: string) => void; close: Close } {
  const lane = createLane();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const run = async (text: string) => {
    const put = (found: ReturnType<typeof store.getState>['search']['found']) =>
      store.setState({ search: { text, found } });
    try {
      put({
        state: 'ready',
        value: await call('search', { query: { q: text, limit: HITS }, signal: lane.next() }),
      });
    } catch (cause) {
      if (!isAbort(cause)) put({ state: 'failed', ...explain(cause) });
    }
  };
  return {
    search: (text) => {
      clearTimeout(timer);
      lane.close();
      const wanted = text.trim();
      store.setState({ search: { text, found: { state: wanted ? 'loading' : 'idle' } } });
      if (wanted) timer = setTimeout(run, pause, text);
    },
    close: () => {
      clearTimeout(timer);
      lane.close();
    },
  };
}
