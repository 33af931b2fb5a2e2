import { readsGraph } from './graph-read.ts';

export const searchHandler = readsGraph('search', async (reader, { query, services }) => {
  const index = await services.searchIndex(reader);
  return index.find(query.q, query.limit);
});
