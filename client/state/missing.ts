import { EntenteError } from '../../server/contract/errors.ts';
import { readExpansion } from '../../server/contract/expansion.ts';
import type { View } from '../../server/contract/view.ts';
import { type Call, isAbort } from '../api.ts';
import { indexOf } from './graph-index.ts';
import type { Close, ExplorerState, ExplorerStore } from './store.ts';
import { createLane, watch } from './watch.ts';

/** At most this many keys of a link are looked up one by one. */
const LOOKUPS = 40;

/** Every key of a node or edge that a view names. */
export function keysOf({ focus, add, expand, expandBy, reveal, path, hide, select, pins }: View): string[] {
  const expanded = expandBy?.flatMap((text) => readExpansion(text)?.key ?? []);
  const lists = [focus, add, expand, expanded, reveal, path, hide, select, Object.keys(pins ?? {})];
  return [...new Set(lists.flatMap((keys) => keys ?? []))];
}

/**
 * Finds out, once per view that was opened by link, whether it was made on other data and which of the
 * nodes and edges it names are gone.
 */
export function startMissing(store: ExplorerStore, call: Call): Close {
  const lane = createLane();
  const opened = store.getState().view;
  const stop = watch(
    store,
    (state) => (state.graph.state === 'ready' ? state.graph.value.attributes.snapshot : undefined),
    (snapshot) => snapshot !== undefined && void look(store, call, opened, snapshot, lane.next()),
  );
  return () => {
    stop();
    lane.close();
  };
}

async function look(store: ExplorerStore, call: Call, view: View, snapshot: string, signal: AbortSignal) {
  const otherSnapshot = view.snapshot !== undefined && view.snapshot !== snapshot;
  const unseen = unseenKeys(store.getState(), view).slice(0, LOOKUPS);
  const found = await Promise.all(unseen.map((key) => exists(call, key, signal))).catch(() => undefined);
  if (!found || signal.aborted) return;
  const told = store.getState().missing?.keys ?? [];
  const keys = [...new Set([...told, ...unseen.filter((_, at) => !found[at])])];
  store.setState({ missing: otherSnapshot || keys.length > 0 ? { otherSnapshot, keys } : undefined });
}

function unseenKeys({ graph }: ExplorerState, view: View): string[] {
  if (graph.state !== 'ready') return [];
  const { nodes, edges } = indexOf(graph.value);
  return keysOf(view).filter((key) => !nodes.has(key) && !edges.has(key));
}

async function exists(call: Call, key: string, signal: AbortSignal): Promise<boolean> {
  for (const route of ['node', 'edge'] as const) {
    try {
      await call(route, { path: { id: key }, signal });
      return true;
    } catch (cause) {
      if (isAbort(cause)) throw cause;
      if (!(cause instanceof EntenteError) || cause.code !== 'not_found') return true;
    }
  }
  return false;
}
