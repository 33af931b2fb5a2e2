import { EntenteError } from '../../model/errors.ts';
import { edgesFrom, type SignedEdges, type SignedGraph } from '../signed-graph.ts';

/** A change to try: between two nodes, another sign, a new edge, or none. */
export type Change =
  | { kind: 'flip' | 'remove'; source: number; target: number }
  | { kind: 'add'; source: number; target: number; sign: 1 | -1 };

/**
 * The signed edges of a scratch copy with changes applied in turn; the graph itself stays as it is.
 * @throws EntenteError `invalid_request` for a pair that has no edge to flip or remove, or has one already
 */
export function whatIf(graph: SignedGraph, changes: readonly Change[]): SignedEdges {
  const signs = new Map<string, [number, number, number]>();
  const name = (a: number, b: number) => `${Math.min(a, b)} ${Math.max(a, b)}`;
  graph.sign.forEach((sign, edge) => {
    const [a, b] = [graph.source[edge] as number, graph.target[edge] as number];
    signs.set(name(a, b), [a, b, sign]);
  });
  changes.forEach((change, at) => {
    const pair = name(change.source, change.target);
    const edge = signs.get(pair);
    if ((change.kind === 'add') === (edge !== undefined)) throw unsuited(change, at);
    if (change.kind === 'add') signs.set(pair, [change.source, change.target, change.sign]);
    else if (change.kind === 'remove') signs.delete(pair);
    else if (edge) signs.set(pair, [edge[0], edge[1], -edge[2]]);
  });
  return edgesFrom(graph.nodes, [...signs.values()]);
}

function unsuited({ kind }: Change, at: number): EntenteError {
  const message =
    kind === 'add'
      ? 'adds an edge where there is one; flip or remove it.'
      : `wants to ${kind} an edge that is not there; add it first.`;
  return new EntenteError('invalid_request', 'A change does not fit the network.', {
    details: [{ path: `change ${at + 1}`, message }],
  });
}
