import type { Answer, PathParameters, Query, RouteName } from '../contract/routes.ts';
import { checkFilters, checkLimit } from './check-filters.ts';
import { readEdge } from './edge.ts';
import { readEgoNetwork } from './ego-network.ts';
import { readFiltered } from './filtered.ts';
import { readNode } from './node.ts';
import { readPaths } from './paths.ts';
import type { Reader } from './reader.ts';
import { readSchema } from './schema.ts';
import { readTimeline } from './timeline.ts';

/** What a route was asked, checked against the contract. */
export interface Asked<N extends RouteName> {
  path: PathParameters<N>;
  query: Query<N>;
}

type Answering<N extends RouteName> = (reader: Reader, asked: Asked<N>) => Promise<Answer<N>>;
type OfTheGraph = 'schema' | 'graph' | 'node' | 'neighbourhood' | 'edge' | 'paths' | 'timeline';

/** What the routes that read the graph answer, whoever gives the rows. */
export const GRAPH_ANSWERS: { [N in OfTheGraph]: Answering<N> } = {
  schema: readSchema,
  graph: (reader, { query: { limit, ...filters } }) =>
    readFiltered(reader, filters, limit ?? reader.rowLimit),
  node: (reader, { path }) => readNode(reader, path.id),
  neighbourhood: async (reader, { path, query: { depth, direction, limit, type } }) => {
    checkLimit(limit, reader.rowLimit);
    const filters = type ? { type } : {};
    await checkFilters(reader, filters);
    return readEgoNetwork(reader, { keys: [path.id], depth, direction, filters, limit });
  },
  edge: (reader, { path }) => readEdge(reader, path.id),
  paths: async (reader, { query }) => {
    const { type } = query;
    await checkFilters(reader, type ? { type } : {});
    return readPaths(reader, query);
  },
  timeline: async (reader, { query: { unit, ...filters } }) => {
    await checkFilters(reader, filters);
    return readTimeline(reader, filters, unit);
  },
};
