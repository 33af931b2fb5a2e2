import * as z from 'zod/mini';
import { operatorRoutes } from '../../core/contract/operators.ts';
import { publishedRoutes } from '../../core/contract/published-routes.ts';
import type { Endpoint } from '../../core/contract/routes.ts';
import { ERROR_STATUS, errorBody } from '../../core/model/errors.ts';

type Json = Record<string, unknown>;

/** The contract as an OpenAPI 3.1 document, made from the same schemas that check requests. */
export function openApiDocument(version: string): Json {
  const paths: Record<string, Json> = {};
  for (const [name, endpoint] of Object.entries(publishedRoutes)) {
    paths[endpoint.path] = { [methodOf(endpoint)]: operation(name, endpoint as unknown as Endpoint) };
  }
  for (const [name, route] of Object.entries(operatorRoutes))
    paths[route.path] = { get: watched(name, route) };
  return {
    openapi: '3.1.0',
    info: {
      title: 'Entente',
      version,
      license: { name: 'MIT', identifier: 'MIT' },
      description:
        'The read-only HTTP API of the Entente relationship explorer. Parameters it does not know are refused by name; ' +
        'every answer that depends on the data alone carries an ETag.',
    },
    servers: [{ url: '/' }],
    paths,
    components: { schemas: { Error: jsonSchema(errorBody) } },
  };
}

/** As OpenAPI writes it. */
export function methodOf({ method }: Pick<Endpoint, 'method'>): 'get' | 'post' {
  return method === 'POST' ? 'post' : 'get';
}

function operation(name: string, endpoint: Endpoint): Json {
  return {
    operationId: name,
    summary: endpoint.summary,
    parameters: [...parameters(endpoint.pathParameters, 'path'), ...parameters(endpoint.query, 'query')],
    ...(endpoint.body
      ? {
          requestBody: {
            required: true,
            content: { 'application/json': { schema: bodySchema(endpoint.body) } },
          },
        }
      : {}),
    responses: {
      200: {
        description: 'The answer.',
        headers: { ...(endpoint.cached && CACHED_HEADERS), ...(endpoint.file && FILE_HEADERS) },
        content: contentOf(endpoint),
      },
      ...(endpoint.cached
        ? { 304: { description: 'The client already holds this version of the data.' } }
        : {}),
      default: {
        description: `Refused or failed: ${Object.keys(ERROR_STATUS).join(', ')}.`,
        content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } },
      },
    },
  };
}

function watched(
  name: string,
  { summary, mediaType, failure }: (typeof operatorRoutes)[keyof typeof operatorRoutes],
): Json {
  const content = { [mediaType]: { schema: { type: mediaType === 'text/plain' ? 'string' : 'object' } } };
  return {
    operationId: name,
    summary,
    tags: ['operators'],
    responses: {
      200: { description: 'The answer.', content },
      ...(failure ? { 503: { description: failure, content } } : {}),
    },
  };
}

const CACHED_HEADERS = {
  'Entente-Stale': {
    description: 'Present while the database is away: the answer is as it was last read.',
    schema: { const: 'true' },
  },
};
const FILE_HEADERS = {
  'Content-Disposition': { description: 'The name to save it as.', schema: { type: 'string' } },
  'Entente-Truncated': {
    description: 'Whether a limit cut nodes or edges off.',
    schema: { type: 'boolean' },
  },
};

function contentOf({ mediaType = 'application/json', answer, forms = {} }: Endpoint): Json {
  const all = { [mediaType]: answer, ...forms };
  return Object.fromEntries(
    Object.entries(all).map(([type, schema]) => [type, { schema: jsonSchema(schema) }]),
  );
}

function parameters(schema: z.ZodMiniObject, where: 'path' | 'query'): Json[] {
  return Object.entries(schema.shape).map(([name, field]) => {
    const { description, ...rest } = jsonSchema(field as z.ZodMiniType);
    const required = where === 'path' || !(field as z.ZodMiniType).safeParse(undefined).success;
    return { name, in: where, required, description, schema: rest };
  });
}

function bodySchema(schema: z.ZodMiniType): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: 'input' }) as Json;
  return rest;
}

function jsonSchema(schema: z.ZodMiniType): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: 'output' }) as Json;
  return rest;
}
