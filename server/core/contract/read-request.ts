import type * as z from 'zod/mini';
import { EntenteError, type ErrorDetail } from '../model/errors.ts';
import { readParameters } from '../model/parameters.ts';

type Fields = z.ZodMiniObject<Record<string, z.ZodMiniType>>;

/**
 * What a request asks by its address.
 * @throws EntenteError `invalid_request` that names what the contract does not know
 */
export function readRequest(
  endpoint: { pathParameters: Fields; query: Fields },
  given: { path: URLSearchParams; search: URLSearchParams },
): { path: unknown; query: unknown } {
  const path = readAll(endpoint.pathParameters, given.path);
  const query = readAll(endpoint.query, given.search);
  const details = [...path.problems, ...query.problems];
  if (details.length > 0) {
    const text = details.map((each) => `${each.path} ${each.message}`).join('; ');
    throw new EntenteError('invalid_request', `The request cannot be read: ${text}`, { details });
  }
  return { path: path.value, query: query.value };
}

function readAll(schema: Fields, parameters: URLSearchParams): { value: unknown; problems: ErrorDetail[] } {
  const read = readParameters(schema, parameters);
  if (read.problems.length > 0) return read;
  const whole = schema.safeParse(read.value);
  if (whole.success) return { value: whole.data, problems: [] };
  const problems = whole.error.issues.map(({ path, message }) => ({
    path: path.join('.'),
    message:
      path.length > 0 && !Object.hasOwn(read.value, String(path[0]))
        ? 'is missing; this address needs it.'
        : message,
  }));
  return { value: undefined, problems };
}
