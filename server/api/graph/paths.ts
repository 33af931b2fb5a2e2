import { checkFilters } from '../../graph/filters/check-filters.ts';
import { readPaths } from '../../graph/paths.ts';
import { readsGraph } from './graph-read.ts';

export const pathsHandler = readsGraph('paths', async (reader, { query }) => {
  const { type } = query;
  await checkFilters(reader, type ? { type } : {});
  return readPaths(reader, query);
});
