import { COLUMNS_MEDIA_TYPE } from '../../core/contract/columns.ts';
import type { Filters } from '../../core/model/filters.ts';
import type { Graph } from '../../core/model/graph.ts';
import { PACKED_MEDIA_TYPE } from '../../core/packed/media-type.ts';
import { writePacked } from '../../core/packed/write.ts';
import { readEgoNetwork } from '../../graph/ego-network.ts';
import { toColumns } from '../../graph/elements/columns.ts';
import { readGraph } from '../../graph/graph.ts';
import type { Reader } from '../../graph/service.ts';
import { checkFilters, checkLimit } from '../http/checks.ts';
import type { Handler } from '../http/endpoint.ts';
import { readsGraph } from './graph-read.ts';

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

const read = readsGraph('graph', (reader, { query: { limit, ...filters } }) =>
  readFiltered(reader, filters, limit ?? reader.rowLimit),
);

export const graphHandler: Handler<'graph'> = {
  ...read,
  forms: { [COLUMNS_MEDIA_TYPE]: toColumns },
  streams: { [PACKED_MEDIA_TYPE]: writePacked },
};
