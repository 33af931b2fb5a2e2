import { EntenteError } from '../../../server/core/model/errors.ts';
import { indexOf } from '../../../server/core/picture/graph-index.ts';
import { readExpansion } from '../../../server/core/view/expansion.ts';
import type { View } from '../../../server/core/view/view.ts';
import { type Call, isAbort } from '../../api.ts';
import type { Close, ExplorerState, ExplorerStore } from '../store.ts';
import { createLane, watch } from '../watch.ts';

/** At most this many edges of a link are looked up, one by one. */
const LOOKUPS = 8;
/** At most this many nodes are asked for at once, as the server takes no longer focus. */
const AT_ONCE = 100;

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
  const gone = isAll ? unseen : await goneOf(view, unseen, call, signal).catch(() => undefined);
  if (!gone || signal.aborted) return;
  const told = store.getState().missing?.keys ?? [];
  const keys = [...new Set([...told, ...gone])];
  store.setState({ missing: otherSnapshot || keys.length > 0 ? { otherSnapshot, keys } : undefined });
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

/** Those of some keys that the data do not hold: nodes are asked for many at once, edges only one by one. */
async function goneOf(view: View, keys: string[], call: Call, signal: AbortSignal): Promise<string[]> {
  const parts = Array.from({ length: Math.ceil(keys.length / AT_ONCE) }, (_, at) =>
    keys.slice(at * AT_ONCE, (at + 1) * AT_ONCE),
  );
  const noNodes = (await Promise.all(parts.map((part) => noNodesOf(part, call, signal)))).flat();
  const edges = new Set([...(view.select ?? []), ...(view.hide ?? [])]);
  const [perhaps, gone] = [noNodes.filter((key) => edges.has(key)), noNodes.filter((key) => !edges.has(key))];
  const asked = perhaps.slice(0, LOOKUPS);
  const found = await Promise.all(asked.map((key) => isEdge(call, key, signal)));
  return keys.filter((key) => gone.includes(key) || found[asked.indexOf(key)] === false);
}

/** Those of some keys that are of no node, as the server names them when it refuses. */
async function noNodesOf(focus: string[], call: Call, signal: AbortSignal): Promise<string[]> {
  try {
    await call('graph', { query: { focus, depth: 0 }, signal });
    return [];
  } catch (cause) {
    if (isAbort(cause)) throw cause;
    const isRefused = cause instanceof EntenteError && cause.code === 'not_found';
    return isRefused ? cause.details.map(({ path }) => path) : [];
  }
}

async function isEdge(call: Call, id: string, signal: AbortSignal): Promise<boolean> {
  try {
    await call('edge', { path: { id }, signal });
    return true;
  } catch (cause) {
    if (isAbort(cause)) throw cause;
    return !(cause instanceof EntenteError) || cause.code !== 'not_found';
  }
}
