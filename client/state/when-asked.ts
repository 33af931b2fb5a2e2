import type { Close, ExplorerState, ExplorerStore } from './store.ts';
import { watch } from './watch.ts';

/**
 * Starts what only some views ask for when one first does, as its code is loaded for it. What cannot be loaded, as the
 * network is gone for a while, is tried again when it is next asked for.
 */
export function startWhenAsked(
  store: ExplorerStore,
  asks: (state: ExplorerState) => boolean,
  start: () => Promise<Close>,
): Close {
  let [stop, closed, begun] = [undefined as Close | undefined, false, false];
  const begin = async () => {
    begun = true;
    try {
      const close = await start();
      if (closed) close();
      else stop = close;
    } catch {
      begun = false;
    }
  };
  const unwatch = watch(store, asks, (wanted) => wanted && !begun && void begin());
  return () => {
    closed = true;
    unwatch();
    stop?.();
  };
}
