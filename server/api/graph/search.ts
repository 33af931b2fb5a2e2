import { readsGraph } from './graph-read.ts';

export const searchHandler = readsGraph('search', (reader, { query, services }) =>
  services.search.find(reader, query.q, query.limit),
);
