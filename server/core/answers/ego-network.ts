import type { Filters } from '../model/filters.ts';
import type { Graph } from '../model/graph.ts';
import type { Row, Value } from '../model/rows.ts';
import { assemble, readEdgesAmong, withDates } from './graph.ts';
import { readStartNodes } from './node.ts';
import { edgeParameters, integer, labelParameter } from './parameters.ts';
import type { Reader } from './reader.ts';

export type Direction = 'out' | 'in' | 'both';

interface EgoNetworkRequest {
  keys: readonly string[];
  /** How many edges away to go. */
  depth: number;
  direction: Direction;
  filters: Partial<Filters>;
  /** At most this many nodes, and this many edges. */
  limit: number;
}

/**
 * The ego network of some nodes: they, all within `depth` edges that pass the filters, and every
 * passing edge among them (ties between alters included, as the field defines it). Nodes with most
 * edges come first where the limit cuts.
 * @throws EntenteError `not_found`, naming the keys that no node has
 */
export async function readEgoNetwork(reader: Reader, request: EgoNetworkRequest): Promise<Graph> {
  const { filters, limit } = request;
  const start = await readStartNodes(reader, request.keys);
  const { nodeRows, cut } = await reach(reader, start, request);
  const edgeRows = await readEdgesAmong(reader, nodeRows, filters, limit + 1);
  const truncated = cut || edgeRows.length > limit;
  const graph = withDates(await assemble(reader, nodeRows, edgeRows.slice(0, limit), truncated), filters);
  if (edgeRows.length > limit) graph.attributes.total.edges = edgeRows.length;
  if (cut) graph.attributes.total.nodes = graph.nodes.length + 1;
  return graph;
}

async function reach(
  reader: Reader,
  start: Row[],
  { depth, direction, filters, limit }: EgoNetworkRequest,
): Promise<{ nodeRows: Row[]; cut: boolean }> {
  const found = new Map<Value, Row>(start.map((row) => [row.elementId ?? null, row]));
  let frontier = [...found.keys()];
  for (let step = 0; step < depth && frontier.length > 0; step += 1) {
    const rows = await reader.rows('read/neighbours', {
      elementIds: frontier,
      direction,
      ...labelParameter(filters),
      ...edgeParameters(filters),
      limit: integer(found.size + limit + 1),
    });
    const fresh = rows.filter((row) => !found.has(row.elementId ?? null));
    const room = Math.max(0, limit - found.size);
    for (const row of fresh.slice(0, room)) found.set(row.elementId ?? null, row);
    if (fresh.length > room) return { nodeRows: [...found.values()], cut: true };
    frontier = fresh.map((row) => row.elementId ?? null);
  }
  return { nodeRows: [...found.values()], cut: false };
}
