import { type Call, explain, isAbort } from '../../api.ts';
import type { Close, ExplorerStore } from '../store.ts';
import { createLane, watch } from '../watch.ts';

/** Loads how the one node of an open menu is connected, so that counts are seen before it is expanded. */
export function startMenu(store: ExplorerStore, call: Call): Close {
  const lane = createLane();
  const load = async (id: string) => {
    store.setState({ menuNode: { state: 'loading' } });
    try {
      const value = await call('node', { path: { id }, signal: lane.next() });
      store.setState({ menuNode: { state: 'ready', value } });
    } catch (cause) {
      if (!isAbort(cause)) store.setState({ menuNode: { state: 'failed', ...explain(cause) } });
    }
  };
  const stop = watch(
    store,
    ({ menu }) => menu,
    (menu) => {
      lane.close();
      const [key] = menu?.keys ?? [];
      const { graph } = store.getState();
      const known = graph.state === 'ready' && graph.value.nodes.some((node) => node.key === key);
      if (key !== undefined && known && menu?.keys.length === 1) void load(key);
      else store.setState({ menuNode: { state: 'idle' } });
    },
  );
  return () => {
    stop();
    lane.close();
  };
}
