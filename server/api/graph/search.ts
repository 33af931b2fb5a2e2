import { readsGraph } from './graph-read.ts';

export const searchHandler = readsGraph('search', (reader, { query, services }) =>
  services.search.find(reader.context.version, query.q, query.limit),
);
