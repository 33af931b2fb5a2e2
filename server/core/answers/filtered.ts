import type { Filters } from '../model/filters.ts';
import type { Graph } from '../model/graph.ts';
import { checkFilters, checkLimit } from './check-filters.ts';
import { readEgoNetwork } from './ego-network.ts';
import { readGraph } from './graph.ts';
import type { Reader } from './reader.ts';

/**
 * The graph that filters ask for, or what is around their focus.
 * @throws EntenteError `invalid_request`, naming the parameter; `not_found` for a focus that is no node
 */
export async function readFiltered(reader: Reader, filters: Filters, limit: number): Promise<Graph> {
  checkLimit(limit, reader.rowLimit);
  await checkFilters(reader, filters);
  const { focus, depth = 1 } = filters;
  if (!focus || focus.length === 0) return readGraph(reader, filters, limit);
  return readEgoNetwork(reader, { keys: focus, depth, direction: 'both', filters, limit });
}
