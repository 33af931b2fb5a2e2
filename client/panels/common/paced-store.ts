import { isMany } from '../../state/large-graph.ts';
import type { Close, ExplorerState, ExplorerStore } from '../../state/store.ts';

/** What panels follow of a store. */
export type Followed = Pick<ExplorerStore, 'getState' | 'getInitialState' | 'subscribe'>;

/** Where no frame is drawn, as in a page out of sight, panels follow after so many milliseconds. */
const PATIENCE = 100;

const paced = new WeakMap<ExplorerStore, Followed>();

/**
 * A store as panels follow it: as it is, but that another graph of many nodes is told only once the picture of it
 * stands. What all panels have to say of it takes them as long as the picture takes, which somebody waits for.
 * Any other change is told at once, and the graph with it. The same for the same store.
 */
export function pacedOf(store: ExplorerStore): Followed {
  const known = paced.get(store);
  if (known) return known;
  const followed = pace(store, afterFrame);
  paced.set(store, followed);
  return followed;
}

/**
 * Paces a store.
 *
 * @param afterPicture Calls back when the next picture stands; gives what calls that off.
 */
export function pace(store: ExplorerStore, afterPicture: (run: () => void) => Close): Followed {
  const listeners = new Set<Parameters<ExplorerStore['subscribe']>[0]>();
  let [told, stop] = [store.getState(), undefined as Close | undefined];
  let stopWaiting: Close | undefined;
  const tell = () => {
    stopWaiting?.();
    stopWaiting = undefined;
    const [now, before] = [store.getState(), told];
    told = now;
    for (const listener of listeners) listener(now, before);
  };
  const take = (state: ExplorerState) => {
    if (!waitsForPicture(state, told)) tell();
    else stopWaiting ??= afterPicture(tell);
  };
  return {
    getInitialState: store.getInitialState,
    getState: () => (stop ? told : store.getState()),
    subscribe(listener) {
      if (!stop) [told, stop] = [store.getState(), store.subscribe(take)];
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        stop?.();
        stopWaiting?.();
        [stop, stopWaiting] = [undefined, undefined];
      };
    },
  };
}

/** What comes along with another graph. Whatever else changes is what somebody does, who is to see it at once. */
const OF_GRAPH: ReadonlySet<string> = new Set<keyof ExplorerState>([
  'graph',
  'refreshing',
  'positions',
  'arranging',
  'announcement',
  'base',
  'whole',
]);

function waitsForPicture(now: ExplorerState, told: ExplorerState): boolean {
  if (now.graph === told.graph || now.graph.state !== 'ready' || told.graph.state !== 'ready') return false;
  const fields = Object.keys(now) as (keyof ExplorerState)[];
  return isMany(now.status?.counts) && fields.every((name) => OF_GRAPH.has(name) || now[name] === told[name]);
}

/** Gives what calls it off. */
function afterFrame(run: () => void): Close {
  let timer = setTimeout(run, PATIENCE);
  const frame = requestAnimationFrame(() => {
    clearTimeout(timer);
    timer = setTimeout(run);
  });
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}
