import * as z from 'zod/mini';
import { format } from '../formats/format.ts';
import { filterShape, focusShape } from '../model/filters.ts';
import { storyId } from '../model/story-id.ts';

const MAX_LIMIT = 100_000;
const wholeLimit = z
  .optional(z.int().check(z.minimum(1), z.maximum(MAX_LIMIT)))
  .check(z.describe('At most this many nodes, and edges; as many as this server gives when absent.'));
const key = z.string().check(z.minLength(1), z.maxLength(500));
const id = z.strictObject({
  id: key.check(z.describe('The key of the node or edge: its id, or its elementId.')),
});
const nothing = z.strictObject({});
const typeFilter = z
  .optional(z.array(key).check(z.maxLength(100)))
  .check(z.describe('Only these relationship types.'));

const GET = { method: 'GET', pathParameters: nothing, query: nothing } as const;
const POST = { ...GET, method: 'POST' } as const;

/**
 * How each route of the HTTP API is asked, by name. A page knows no more of it: what the answers are, which is most
 * of the contract, stands in `routes`.
 */
export const requests = {
  status: { ...GET, path: '/api/status' },
  retry: { ...POST, path: '/api/database/retry' },
  schema: { ...GET, path: '/api/schema' },
  graph: {
    ...GET,
    path: '/api/graph',
    query: z.strictObject({ ...filterShape, ...focusShape, limit: wholeLimit }),
  },
  node: { ...GET, path: '/api/nodes/{id}', pathParameters: id },
  neighbourhood: {
    ...GET,
    path: '/api/nodes/{id}/neighbourhood',
    pathParameters: id,
    query: z.strictObject({
      depth: z
        ._default(z.int().check(z.minimum(1), z.maximum(4)), 1)
        .check(z.describe('How many edges away to go.')),
      type: typeFilter,
      direction: z
        ._default(z.enum(['out', 'in', 'both']), 'both')
        .check(z.describe('Which edges to follow, seen from the node.')),
      limit: z
        ._default(z.int().check(z.minimum(1), z.maximum(MAX_LIMIT)), 2_000)
        .check(z.describe('At most this many nodes, and at most this many edges.')),
    }),
  },
  edge: { ...GET, path: '/api/edges/{id}', pathParameters: id },
  paths: {
    ...GET,
    path: '/api/paths',
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
  },
  search: {
    ...GET,
    path: '/api/search',
    query: z.strictObject({
      q: z.string().check(z.trim(), z.minLength(1), z.maxLength(200), z.describe('What to look for.')),
      limit: z
        ._default(z.int().check(z.minimum(1), z.maximum(100)), 10)
        .check(z.describe('At most this many hits.')),
    }),
  },
  statements: { ...GET, path: '/api/statements' },
  timeline: {
    ...GET,
    path: '/api/timeline',
    query: z.strictObject({
      ...filterShape,
      unit: z._default(z.enum(['day', 'month', 'year']), 'month').check(z.describe('How wide a bin is.')),
    }),
  },
  stories: { ...GET, path: '/api/stories' },
  story: {
    ...GET,
    path: '/api/stories/{id}',
    pathParameters: z.strictObject({ id: storyId.check(z.describe('The id of the story.')) }),
  },
  export: {
    ...GET,
    path: '/api/export',
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
  },
  cypher: {
    ...POST,
    path: '/api/cypher',
    query: z.strictObject({
      values: z
        ._default(z.enum(['typed', 'plain']), 'typed')
        .check(
          z.describe(
            'Values of JSON rows with their types; or plain: numbers, text, lists and maps, with whole numbers beyond 2^53, times and points as text.',
          ),
        ),
    }),
  },
};
