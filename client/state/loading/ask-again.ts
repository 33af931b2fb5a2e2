import { EntenteError } from '../../../server/core/model/errors.ts';
import type { Call } from '../../api.ts';
import type { Close, ExplorerState, ExplorerStore } from '../store.ts';
import { watch } from '../watch.ts';

/** Whether something could not be had only because the database, or the server, is away for now. */
export function isAway(cause: unknown): boolean {
  return cause instanceof EntenteError && cause.code === 'database_not_ready';
}

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
 * `behind` until then.
 *
 * @param missed Told of the first thing that cannot be had.
 * @returns A `call` that notes what is refused.
 */
export function startAskingAgain(
  store: ExplorerStore,
  call: Call,
  missed: () => void,
): { call: Call; close: Close } {
  const noting: Call = (name, options) =>
    call(name, options).catch((cause: unknown) => {
      const { status, behind } = store.getState();
      // Before anything was read, there is nothing to fall behind.
      if (!behind && isAway(cause) && status?.snapshot !== undefined) {
        store.setState({ behind: true });
        missed();
      }
      throw cause;
    });
  const close = watch(
    store,
    ({ status }) => status,
    (status) => {
      if (status?.database.state === 'ready' && store.getState().behind)
        store.setState(({ attempt }) => ({ behind: false, attempt: attempt + 1 }));
    },
  );
  return { call: noting, close };
}
