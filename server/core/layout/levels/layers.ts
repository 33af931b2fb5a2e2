import { type Arc, incidentArcs } from './arcs.ts';

/**
 * The layer of every place, 0 at the top: each arc leads at least one layer down. Everyone is as high as those
 * above allow, but whoever has nobody above comes down to just over the highest of those below.
 *
 * @param size How many places there are.
 * @param arcs Without cycles.
 */
export function layersOf(size: number, arcs: readonly Arc[]): number[] {
  const { out, into } = incidentArcs(size, arcs);
  const layer = new Array<number>(size).fill(0);
  for (const node of downwards(out, into))
    for (const { to } of out[node] ?? []) layer[to] = Math.max(layer[to] ?? 0, (layer[node] ?? 0) + 1);
  return layer.map((at, node) => {
    const below = out[node] ?? [];
    if (below.length === 0 || (into[node] ?? []).length > 0) return at;
    return below.reduce((least, { to }) => Math.min(least, layer[to] ?? 0), Infinity) - 1;
  });
}

/** All places, each after those above it. */
function downwards(out: readonly Arc[][], into: readonly Arc[][]): number[] {
  const waiting = into.map((arcs) => arcs.length);
  const order = [...waiting.keys()].filter((node) => waiting[node] === 0);
  for (const node of order)
    for (const { to } of out[node] ?? []) {
      waiting[to] = (waiting[to] ?? 0) - 1;
      if (waiting[to] === 0) order.push(to);
    }
  return order;
}
