import { indexOf } from '../../../server/core/picture/graph-index.ts';
import { readExpansion } from '../../../server/core/view/expansion.ts';
import type { View } from '../../../server/core/view/view.ts';
import type { Call } from '../../api.ts';
import type { Close, ExplorerState, ExplorerStore } from '../store.ts';
import { createLane, watch } from '../watch.ts';

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
export function startMissing(store: ExplorerStore, call: Call, opened = store.getState().view): Close {
  const lane = createLane();
  const stop = watch(
    store,
    // What is on its way anyway may have them all.
    ({ graph, base }) =>
      graph.state === 'ready' && base?.state !== 'loading' ? graph.value.attributes.snapshot : undefined,
    (snapshot) => snapshot !== undefined && void look(store, call, opened, snapshot, lane.next()),
  );
  return () => {
    stop();
    lane.close();
  };
}

async function look(store: ExplorerStore, call: Call, view: View, snapshot: string, signal: AbortSignal) {
  const otherSnapshot = view.snapshot !== undefined && view.snapshot !== snapshot;
  const { unseen, isAll } = unseenKeys(store.getState(), view);
  const gone = isAll || unseen.length === 0 ? unseen : await lookUp(view, unseen, call, signal);
  if (!gone || signal.aborted) return;
  const told = store.getState().missing?.keys ?? [];
  const keys = [...new Set([...told, ...gone])];
  store.setState({ missing: otherSnapshot || keys.length > 0 ? { otherSnapshot, keys } : undefined });
}

/** Most pages have nothing to look up, and do without what does it. */
async function lookUp(view: View, keys: string[], call: Call, signal: AbortSignal) {
  try {
    const { goneOf } = await import('./gone.ts');
    return await goneOf(view, keys, call, signal);
  } catch {
    return undefined;
  }
}

/** The keys of a view that nothing which is loaded has, and whether that is all of the data. */
function unseenKeys({ graph, base, whole }: ExplorerState, view: View) {
  const all = base?.state === 'ready' && !base.value.attributes.truncated ? base.value : whole;
  const loaded = [graph.state === 'ready' ? graph.value : undefined, all].flatMap((each) => each ?? []);
  const indexes = loaded.map(indexOf);
  const unseen = keysOf(view).filter(
    (key) => !indexes.some(({ nodes, edges }) => nodes.has(key) || edges.has(key)),
  );
  return { unseen, isAll: all !== undefined };
}
