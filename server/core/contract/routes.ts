import * as z from 'zod/mini';
import { FORMAT_NAMES, FORMATS } from '../formats/format.ts';
import { graph } from '../model/graph.ts';
import { storiesAnswer, story } from '../model/story.ts';
import { packedBytes } from '../packed/format.ts';
import { PACKED_MEDIA_TYPE } from '../packed/media-type.ts';
import { edgeAnswer, nodeAnswer, pathsAnswer, timelineAnswer } from './answers.ts';
import {
  ARROW_MEDIA_TYPE,
  CSV_MEDIA_TYPE,
  cypherAnswer,
  cypherLine,
  cypherRequest,
  libraryAnswer,
  NDJSON_MEDIA_TYPE,
} from './cypher.ts';
import { requests } from './requests.ts';
import { graphSchema } from './schema.ts';
import { searchResult } from './search.ts';
import { status } from './status.ts';

type Shape = Record<string, z.ZodMiniType>;

/** An endpoint as a value: the server serves it, the client calls it and the reference page shows it. */
export interface Endpoint<
  P extends Shape = Shape,
  Q extends Shape = Shape,
  R extends z.ZodMiniType = z.ZodMiniType,
> {
  method: 'GET' | 'POST';
  /** With `{name}` where a path parameter stands. */
  path: string;
  summary: string;
  /** For whom and what for, with one example address. */
  example: string;
  pathParameters: z.ZodMiniObject<P>;
  query: z.ZodMiniObject<Q>;
  /** The JSON that a POST carries. */
  body?: z.ZodMiniObject;
  /** What the answer is sent as; JSON when absent. */
  mediaType?: string;
  answer: R;
  /** Other forms of the answer, by media type. */
  forms?: Record<string, z.ZodMiniType>;
  /** Whether it is a file to keep, whose form the query names and not the Accept header. */
  file?: true;
  /** Whether the answer changes only with the data, so that it carries an ETag. */
  cached: boolean;
}

/** The forms of a file besides JSON. */
const exportForms: Record<string, z.ZodMiniType> = Object.fromEntries(
  FORMAT_NAMES.filter((name) => name !== 'json').map((name) => [
    FORMATS[name].mediaType,
    z.string().check(z.describe(FORMATS[name].title)),
  ]),
);

/** An endpoint, of which its own types stay known. */
export function endpoint<P extends Shape, Q extends Shape, R extends z.ZodMiniType>(
  given: Omit<Endpoint<P, Q, R>, 'method'> & { method?: 'GET' | 'POST' },
): Endpoint<P, Q, R> {
  return { method: 'GET', ...given };
}

/** Every route of the read-only HTTP API, by name. */
export const routes = {
  status: endpoint({
    ...requests.status,
    summary: 'What is running, what the database is doing, and which snapshot it holds.',
    example: '/api/status',
    answer: status,
    cached: false,
  }),
  retry: endpoint({
    ...requests.retry,
    summary: 'Retries the connection to a database that is not ready at once. It changes nothing in it.',
    example: '/api/database/retry',
    answer: status,
    cached: false,
  }),
  schema: endpoint({
    ...requests.schema,
    summary: 'Labels, relationship types with their sign, property keys, counts and the range of dates.',
    example: '/api/schema',
    answer: graphSchema,
    cached: true,
  }),
  graph: endpoint({
    ...requests.graph,
    summary:
      'A graph, filtered; the nodes with most edges first where a limit cuts. Large ones are smaller packed.',
    example: '/api/graph?limit=100',
    answer: graph,
    forms: { [PACKED_MEDIA_TYPE]: packedBytes },
    cached: true,
  }),
  node: endpoint({
    ...requests.node,
    summary: 'One node, and how many edges it has by type and direction.',
    example: '/api/nodes/{id}',
    answer: nodeAnswer,
    cached: true,
  }),
  neighbourhood: endpoint({
    ...requests.neighbourhood,
    summary: 'The ego network of a node.',
    example: '/api/nodes/{id}/neighbourhood?depth=1',
    answer: graph,
    cached: true,
  }),
  edge: endpoint({
    ...requests.edge,
    summary: 'One edge with its evidence, its ends and its source.',
    example: '/api/edges/{id}',
    answer: edgeAnswer,
    cached: true,
  }),
  paths: endpoint({
    ...requests.paths,
    summary: 'The shortest path between two nodes, or all of them, whatever the direction of the edges.',
    example: '/api/paths?from={id}&to={id}&all=true',
    answer: pathsAnswer,
    cached: true,
  }),
  search: endpoint({
    ...requests.search,
    summary: 'Nodes by name and alias, forgiving of typos and accents, with what matched.',
    example: '/api/search?q=minister',
    answer: searchResult,
    cached: true,
  }),
  statements: endpoint({
    ...requests.statements,
    summary:
      'The library of ready-made questions: what each asks, how to read its answer, its parameters and text.',
    example: '/api/statements',
    answer: libraryAnswer,
    cached: false,
  }),
  timeline: endpoint({
    ...requests.timeline,
    summary: 'How many edges begin on each day, month or year, by relationship type.',
    example: '/api/timeline?unit=month',
    answer: timelineAnswer,
    cached: true,
  }),
  stories: endpoint({
    ...requests.stories,
    summary: 'The stories of the data: the title of each, and its number of steps.',
    example: '/api/stories',
    answer: storiesAnswer,
    cached: false,
  }),
  story: endpoint({
    ...requests.story,
    summary: 'One story: its steps in order, each a caption in Markdown and the view it shows.',
    example: '/api/stories/{id}',
    answer: story,
    cached: false,
  }),
  export: endpoint({
    ...requests.export,
    summary:
      'The same graph as a file for other programs. Types that a format cannot hold are text, lists are JSON; the Cypher script restores them.',
    example: '/api/export?format=gexf',
    answer: graph,
    forms: exportForms,
    file: true,
    cached: true,
  }),
  cypher: endpoint({
    ...requests.cypher,
    body: cypherRequest,
    summary: 'Runs one reading Cypher statement: rows that keep their types, and the graph they contain.',
    example: '/api/cypher',
    answer: cypherAnswer,
    forms: {
      [NDJSON_MEDIA_TYPE]: cypherLine,
      [CSV_MEDIA_TYPE]: z.string().check(z.describe('The rows; lists and maps are JSON.')),
      [ARROW_MEDIA_TYPE]: z.string().check(z.describe('The rows as an Apache Arrow stream.')),
    },
    cached: false,
  }),
};

export type Routes = typeof routes;
export type RouteName = keyof Routes;
export type PathParameters<N extends RouteName> = z.infer<Routes[N]['pathParameters']>;
export type Query<N extends RouteName> = z.infer<Routes[N]['query']>;
export type QueryInput<N extends RouteName> = z.input<Routes[N]['query']>;
export type Answer<N extends RouteName> = z.infer<Routes[N]['answer']>;
