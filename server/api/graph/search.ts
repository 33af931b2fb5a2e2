import { readsGraph } from './graph-read.ts';

export const searchHandler = readsGraph('search', (reader, { query, services, caller }) =>
  services.search.find(reader.context.version, query.q, query.limit, caller),
);
