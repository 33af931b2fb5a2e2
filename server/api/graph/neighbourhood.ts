import { readEgoNetwork } from '../../graph/ego-network.ts';
import { checkFilters, checkLimit } from '../../graph/filters/check-filters.ts';
import { readsGraph } from './graph-read.ts';

export const neighbourhoodHandler = readsGraph('neighbourhood', async (reader, { path, query }) => {
  const { depth, direction, limit, type } = query;
  checkLimit(limit, reader.rowLimit);
  const filters = type ? { type } : {};
  await checkFilters(reader, filters);
  return readEgoNetwork(reader, { keys: [path.id], depth, direction, filters, limit });
});
