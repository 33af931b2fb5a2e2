import { EntenteError } from '../../../server/core/model/errors.ts';
import type { Call } from '../../api.ts';
import type { Close, ExplorerState, ExplorerStore } from '../store.ts';
import { watch } from '../watch.ts';

/** Whether something could not be had only because the database, or the server, is away for now. */
export function isAway(cause: unknown): boolean {
  return cause instanceof EntenteError && cause.code === 'database_not_ready';
}

/** Failures of a server or database that is busy, which pass by themselves. */
const PASSING: readonly unknown[] = ['timeout', 'overloaded', 'too_many_requests'];
/** Milliseconds before the first picture is asked for again where it failed so: more each time, up to the last. */
const PAUSES = [2_000, 5_000, 10_000, 20_000, 30_000];

/** What to tell while the page goes on from what it last read; undefined while all is well. */
export function awayOf({
  status,
  behind,
  reachable,
}: Pick<ExplorerState, 'status' | 'behind' | 'reachable'>): { title: string; why?: string } | undefined {
  if (reachable === false) return { title: 'The server does not answer' };
  const { state, problem, progress } = status?.database ?? {};
  if (!status || (state === 'ready' && !behind)) return undefined;
  const why = problem ?? progress?.message;
  const title = state === 'starting' ? 'The database is starting again' : 'The database does not answer';
  return { title, ...(why !== undefined && { why }) };
}

/**
 * Sees to it that what cannot be had while the database is away is asked for again when it is back: the state is
 * `behind` until then. A first picture that failed because the server is busy is asked for again after a while.
 *
 * @param missed Told of the first thing that cannot be had.
 * @returns A `call` that notes what is refused.
 */
export function startAskingAgain(
  store: ExplorerStore,
  call: Call,
  missed: () => void,
): { call: Call; close: Close } {
  let tries = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const reload = () => store.setState(({ attempt }) => ({ attempt: attempt + 1 }));
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(reload, PAUSES[Math.min(tries, PAUSES.length - 1)]);
    tries += 1;
  };
  const noting: Call = (name, options) =>
    call(name, options).catch((cause: unknown) => {
      const { graph } = store.getState();
      const isPassing = cause instanceof EntenteError && PASSING.includes(cause.code);
      if (name === 'graph' && isPassing && graph.state !== 'ready') later();
      const { status, behind } = store.getState();
      // Before anything was read, there is nothing to fall behind.
      if (!behind && isAway(cause) && status?.snapshot !== undefined) {
        store.setState({ behind: true });
        missed();
      }
      throw cause;
    });
  const settled = watch(
    store,
    ({ graph }) => graph.state === 'ready',
    (isReady) => {
      if (!isReady) return;
      clearTimeout(timer);
      tries = 0;
    },
  );
  const close = watch(
    store,
    ({ status }) => status,
    (status) => {
      if (status?.database.state === 'ready' && store.getState().behind)
        store.setState(({ attempt }) => ({ behind: false, attempt: attempt + 1 }));
    },
  );
  return {
    call: noting,
    close: () => {
      clearTimeout(timer);
      settled();
      close();
    },
  };
}
