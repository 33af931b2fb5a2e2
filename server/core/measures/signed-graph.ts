import { EntenteError } from '../model/errors.ts';
import { orderOf } from './order.ts';

/** Signed edges as they were read: plain columns, a row an edge. Nodes are 0 to `nodes` − 1. */
export interface SignedEdges {
  nodes: number;
  source: Uint32Array;
  target: Uint32Array;
  /** +1 or −1. */
  sign: Int8Array;
  /** How much each counts where several make one, from 0 (left out) to 1; all alike when absent. */
  weight?: Float64Array;
}

/**
 * A signed graph that is simple and undirected: every pair once, `source` below `target`, in ascending
 * order. The edges at node v are at `offsets[v]` to `offsets[v + 1]` of `neighbours` (ascending) and `via`.
 */
export interface SignedGraph extends SignedEdges {
  offsets: Uint32Array;
  neighbours: Uint32Array;
  /** The edge that leads to the neighbour at the same place. */
  via: Uint32Array;
  /** Rows of what was read that no edge rests on. */
  leftOut: { selfLoops: number; contradictoryPairs: number };
}

/**
 * Merges what was read into a signed graph. Direction is dropped. Of several rows between one pair the
 * majority by weight gives the sign; a pair with as much for as against says nothing clear and is left out, as are
 * self loops. Both are counted in `leftOut`. Rows without weight are as if they had not been read.
 *
 * @throws EntenteError `invalid_request` for a node out of range or a sign other than +1 and −1.
 */
export function mergeEdges(rows: SignedEdges): SignedGraph {
  check(rows);
  const { nodes, source, target, sign } = rows;
  const keys = Float64Array.from(source, (a, row) => {
    const b = target[row] as number;
    return Math.min(a, b) * nodes + Math.max(a, b);
  });
  const order = counted(orderOf(keys), rows.weight);
  const kept: { pair: number; sign: number }[] = [];
  const leftOut = { selfLoops: 0, contradictoryPairs: 0 };
  for (let from = 0, to = 0; from < order.length; from = to) {
    const pair = Number(keys[Number(order[from])]);
    let sum = 0;
    for (; to < order.length && keys[Number(order[to])] === pair; to++)
      sum += Number(sign[Number(order[to])]) * (rows.weight?.[Number(order[to])] ?? 1);
    if (Math.floor(pair / nodes) === pair % nodes) leftOut.selfLoops += to - from;
    else if (Math.abs(sum) < 1e-9) leftOut.contradictoryPairs += 1;
    else kept.push({ pair, sign: Math.sign(sum) });
  }
  const edges: SignedEdges = {
    nodes,
    source: Uint32Array.from(kept, ({ pair }) => Math.floor(pair / nodes)),
    target: Uint32Array.from(kept, ({ pair }) => pair % nodes),
    sign: Int8Array.from(kept, (edge) => edge.sign),
  };
  return { ...edges, ...adjacencyOf(edges), leftOut };
}

function counted(order: Uint32Array, weight: Float64Array | undefined): Uint32Array {
  return weight ? order.filter((row) => Number(weight[row]) > 0) : order;
}

/** The other end of an edge. */
export function otherEnd(graph: SignedEdges, edge: number, node: number): number {
  const source = graph.source[edge] as number;
  return source === node ? (graph.target[edge] as number) : source;
}

/** Signed edges of rows `[source, target, sign]`, for what is small. */
export function edgesFrom(nodes: number, rows: readonly (readonly [number, number, number])[]): SignedEdges {
  return {
    nodes,
    source: Uint32Array.from(rows, ([source]) => source),
    target: Uint32Array.from(rows, ([, target]) => target),
    sign: Int8Array.from(rows, ([, , sign]) => sign),
  };
}

function check({ nodes, source, target, sign }: SignedEdges): void {
  const wrong = source.findIndex((a, row) => {
    const is = sign[row];
    return a >= nodes || Number(target[row]) >= nodes || (is !== 1 && is !== -1);
  });
  if (wrong < 0 && target.length === source.length && sign.length === source.length) return;
  throw new EntenteError('invalid_request', 'The signed edges are not well formed.', {
    details: [
      {
        path: wrong < 0 ? 'columns' : `row ${wrong}`,
        message: `takes nodes from 0 to ${nodes - 1} and a sign of 1 or -1, in columns of one length.`,
      },
    ],
  });
}

function adjacencyOf({ nodes, source, target }: SignedEdges) {
  const offsets = new Uint32Array(nodes + 1);
  for (let edge = 0; edge < source.length; edge++) {
    offsets[Number(source[edge]) + 1] = Number(offsets[Number(source[edge]) + 1]) + 1;
    offsets[Number(target[edge]) + 1] = Number(offsets[Number(target[edge]) + 1]) + 1;
  }
  for (let node = 0; node < nodes; node++) {
    offsets[node + 1] = Number(offsets[node + 1]) + Number(offsets[node]);
  }
  const neighbours = new Uint32Array(2 * source.length);
  const via = new Uint32Array(2 * source.length);
  const next = offsets.slice();
  const put = (node: number, neighbour: number, edge: number) => {
    const at = next[node] as number;
    neighbours[at] = neighbour;
    via[at] = edge;
    next[node] = at + 1;
  };
  // Edges are in the order of their pairs: the lower neighbours first, then the higher, each ascending.
  for (let edge = 0; edge < source.length; edge++) put(Number(target[edge]), Number(source[edge]), edge);
  for (let edge = 0; edge < source.length; edge++) put(Number(source[edge]), Number(target[edge]), edge);
  return { offsets, neighbours, via };
}
