import * as z from 'zod/mini';
import { FORMAT_NAMES, FORMATS, format } from '../formats/format.ts';
import { filterShape, focusShape } from '../model/filters.ts';
import { graph } from '../model/graph.ts';
import { storiesAnswer, story, storyId } from '../model/story.ts';
import { PACKED_MEDIA_TYPE, packedBytes } from '../packed/media-type.ts';
import { edgeAnswer, nodeAnswer, pathsAnswer, timelineAnswer } from './answers.ts';
import { cypherAnswer, cypherLine, cypherRequest, libraryAnswer, NDJSON_MEDIA_TYPE } from './cypher.ts';
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

const MAX_LIMIT = 100_000;
const limit = (normal: number, max = MAX_LIMIT) =>
  z
    ._default(z.int().check(z.minimum(1), z.maximum(max)), normal)
    .check(z.describe('At most this many nodes, and at most this many edges.'));
const wholeLimit = z
  .optional(z.int().check(z.minimum(1), z.maximum(MAX_LIMIT)))
  .check(z.describe('At most this many nodes, and edges; as many as this server gives when absent.'));
const key = z.string().check(z.minLength(1), z.maxLength(500));
const id = z.strictObject({
  id: key.check(z.describe('The key of the node or edge: its id, or its elementId.')),
});
const nothing = z.strictObject({});
const typeFilter = z
  .optional(z.array(z.string().check(z.minLength(1), z.maxLength(500))).check(z.maxLength(100)))
  .check(z.describe('Only these relationship types.'));

/** The forms of a file besides JSON. */
const exportForms: Record<string, z.ZodMiniType> = Object.fromEntries(
  FORMAT_NAMES.filter((name) => name !== 'json').map((name) => [
    FORMATS[name].mediaType,
    z.string().check(z.describe(FORMATS[name].title)),
  ]),
);

/** An endpoint, of which its own types stay known. */
export function endpoint<P extends Shape, Q extends Shape, R extends z.ZodMiniType>(
  given: Omit<Endpoint<P, Q, R>, 'method'> & { method?: 'POST' },
): Endpoint<P, Q, R> {
  return { method: 'GET', ...given };
}

/** Every route of the read-only HTTP API, by name. */
export const routes = {
  status: endpoint({
    path: '/api/status',
    summary: 'What is running, what the database is doing, and which snapshot it holds.',
    example: '/api/status',
    pathParameters: nothing,
    query: nothing,
    answer: status,
    cached: false,
  }),
  retry: endpoint({
    method: 'POST',
    path: '/api/database/retry',
    summary: 'Retries the connection to a database that is not ready at once. It changes nothing in it.',
    example: '/api/database/retry',
    pathParameters: nothing,
    query: nothing,
    answer: status,
    cached: false,
  }),
  schema: endpoint({
    path: '/api/schema',
    summary: 'Labels, relationship types with their sign, property keys, counts and the range of dates.',
    example: '/api/schema',
    pathParameters: nothing,
    query: nothing,
    answer: graphSchema,
    cached: true,
  }),
  graph: endpoint({
    path: '/api/graph',
    summary:
      'A graph, filtered; the nodes with most edges first where a limit cuts. Large ones are smaller packed.',
    example: '/api/graph?limit=100',
    pathParameters: nothing,
    query: z.strictObject({ ...filterShape, ...focusShape, limit: wholeLimit }),
    answer: graph,
    forms: { [PACKED_MEDIA_TYPE]: packedBytes },
    cached: true,
  }),
  node: endpoint({
    path: '/api/nodes/{id}',
    summary: 'One node, and how many edges it has by type and direction.',
    example: '/api/nodes/{id}',
    pathParameters: id,
    query: nothing,
    answer: nodeAnswer,
    cached: true,
  }),
  neighbourhood: endpoint({
    path: '/api/nodes/{id}/neighbourhood',
    summary: 'The ego network of a node.',
    example: '/api/nodes/{id}/neighbourhood?depth=1',
    pathParameters: id,
    query: z.strictObject({
      depth: z
        ._default(z.int().check(z.minimum(1), z.maximum(4)), 1)
        .check(z.describe('How many edges away to go.')),
      type: typeFilter,
      direction: z
        ._default(z.enum(['out', 'in', 'both']), 'both')
        .check(z.describe('Which edges to follow, seen from the node.')),
      limit: limit(2_000),
    }),
    answer: graph,
    cached: true,
  }),
  edge: endpoint({
    path: '/api/edges/{id}',
    summary: 'One edge with its evidence, its ends and its source.',
    example: '/api/edges/{id}',
    pathParameters: id,
    query: nothing,
    answer: edgeAnswer,
    cached: true,
  }),
  paths: endpoint({
    path: '/api/paths',
    summary: 'The shortest path between two nodes, or all of them, whatever the direction of the edges.',
    example: '/api/paths?from={id}&to={id}&all=true',
    pathParameters: nothing,
    query: z.strictObject({
      from: key.check(z.describe('The key of the node to start from.')),
      to: key.check(z.describe('The key of the node to reach.')),
      type: typeFilter,
      maxLength: z
        ._default(z.int().check(z.minimum(1), z.maximum(15)), 6)
        .check(z.describe('At most this many edges.')),
      all: z._default(z.boolean(), false).check(z.describe('All shortest paths, not just one.')),
      limit: z
        ._default(z.int().check(z.minimum(1), z.maximum(1_000)), 100)
        .check(z.describe('At most this many paths.')),
    }),
    answer: pathsAnswer,
    cached: true,
  }),
  search: endpoint({
    path: '/api/search',
    summary: 'Nodes by name and alias, forgiving of typos and accents, with what matched.',
    example: '/api/search?q=minister',
    pathParameters: nothing,
    query: z.strictObject({
      q: z.string().check(z.trim(), z.minLength(1), z.maxLength(200), z.describe('What to look for.')),
      limit: z
        ._default(z.int().check(z.minimum(1), z.maximum(100)), 10)
        .check(z.describe('At most this many hits.')),
    }),
    answer: searchResult,
    cached: true,
  }),
  statements: endpoint({
    path: '/api/statements',
    summary:
      'The library of ready-made questions: what each asks, how to read its answer, its parameters and text.',
    example: '/api/statements',
    pathParameters: nothing,
    query: nothing,
    answer: libraryAnswer,
    cached: false,
  }),
  timeline: endpoint({
    path: '/api/timeline',
    summary: 'How many edges begin on each day, month or year, by relationship type.',
    example: '/api/timeline?unit=month',
    pathParameters: nothing,
    query: z.strictObject({
      ...filterShape,
      unit: z._default(z.enum(['day', 'month', 'year']), 'month').check(z.describe('How wide a bin is.')),
    }),
    answer: timelineAnswer,
    cached: true,
  }),
  stories: endpoint({
    path: '/api/stories',
    summary: 'The stories of the data: the title of each, and its number of steps.',
    example: '/api/stories',
    pathParameters: nothing,
    query: nothing,
    answer: storiesAnswer,
    cached: false,
  }),
  story: endpoint({
    path: '/api/stories/{id}',
    summary: 'One story: its steps in order, each a caption in Markdown and the view it shows.',
    example: '/api/stories/{id}',
    pathParameters: z.strictObject({ id: storyId.check(z.describe('The id of the story.')) }),
    query: nothing,
    answer: story,
    cached: false,
  }),
  export: endpoint({
    path: '/api/export',
    summary:
      'The same graph as a file for other programs. Types that a format cannot hold are text, lists are JSON; the Cypher script restores them.',
    example: '/api/export?format=gexf',
    pathParameters: nothing,
    query: z.strictObject({
      ...filterShape,
      ...focusShape,
      format: format.check(
        z.describe(
          'graphology JSON, GEXF 1.3, GraphML, a zip of nodes.csv and edges.csv, or a Cypher script that rebuilds it.',
        ),
      ),
      limit: wholeLimit,
    }),
    answer: graph,
    forms: exportForms,
    file: true,
    cached: true,
  }),
  cypher: endpoint({
    method: 'POST',
    path: '/api/cypher',
    summary: 'Runs one reading Cypher statement: rows that keep their types, and the graph they contain.',
    example: '/api/cypher',
    pathParameters: nothing,
    query: nothing,
    body: cypherRequest,
    answer: cypherAnswer,
    forms: { [NDJSON_MEDIA_TYPE]: cypherLine },
    cached: false,
  }),
};

export type Routes = typeof routes;
export type RouteName = keyof Routes;
export type PathParameters<N extends RouteName> = z.infer<Routes[N]['pathParameters']>;
export type Query<N extends RouteName> = z.infer<Routes[N]['query']>;
export type QueryInput<N extends RouteName> = z.input<Routes[N]['query']>;
export type Answer<N extends RouteName> = z.infer<Routes[N]['answer']>;
