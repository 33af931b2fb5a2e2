import { EntenteError } from '../../../server/core/model/errors.ts';
import type { View } from '../../../server/core/view/view.ts';
import { type Call, isAbort } from '../../api.ts';

/** At most this many edges of a link are looked up, one by one. */
const LOOKUPS = 8;
/** At most this many nodes are asked for at once, as the server takes no longer focus. */
const AT_ONCE = 100;

/**
 * Those of some keys of a view that the data do not hold: nodes are asked for many at once, edges, which only its
 * selection and what it hides can name, one by one.
 */
export async function goneOf(view: View, keys: string[], call: Call, signal: AbortSignal): Promise<string[]> {
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
