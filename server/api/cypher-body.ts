import express, { type RequestHandler } from 'express';
import type { z } from 'zod';
import { cypherRequest } from '../contract/cypher.ts';
import { EntenteError } from '../contract/errors.ts';

/** Values nested deeper than this overflow what reads them. */
const DEPTH = 32;
const TYPE = 'application/json';

/** Reads the JSON of a request: its type, its size and its depth are checked before anything else. */
export function readJson(bodyLimit: number): RequestHandler[] {
  const parse = express.json({ limit: bodyLimit, type: TYPE, strict: false });
  return [
    (request, _, next) => {
      if (request.is(TYPE)) return next();
      throw new EntenteError('unsupported_media_type', `Send ${TYPE} and say so in Content-Type.`);
    },
    (request, response, next) =>
      parse(request, response, (cause?: unknown) => next(cause && bodyError(cause, bodyLimit))),
  ];
}

function bodyError(cause: unknown, limit: number): EntenteError {
  const { type, message } = cause as { type?: string; message?: string };
  if (type === 'entity.too.large')
    return new EntenteError('too_large', `The request is larger than ${limit} bytes. Send less.`, { cause });
  return new EntenteError('invalid_request', `The request is not JSON: ${message}`, { cause });
}

/**
 * A request for a statement, checked.
 * @throws EntenteError `invalid_request`, naming each field
 */
export function readCypherRequest(body: unknown): z.output<typeof cypherRequest> {
  if (!isShallow(body)) {
    const message = `Values are nested deeper than ${DEPTH}; send flatter ones.`;
    throw new EntenteError('invalid_request', message, { details: [{ path: 'parameters', message }] });
  }
  const read = cypherRequest.safeParse(body);
  // As they came: copied by their schema, the key `__proto__`, which Neo4j may hold, would be gone.
  if (read.success) return { ...read.data, parameters: (body as typeof read.data).parameters ?? {} };
  const details = read.error.issues.map(({ path, message }) => ({
    path: path.join('.') || 'body',
    message,
  }));
  const text = details.map(({ path, message }) => `${path}: ${message}`).join('; ');
  throw new EntenteError('invalid_request', `The request cannot be read: ${text}`, { details });
}

/** Level by level and not by recursion, which is what deep values would overflow. */
function isShallow(value: unknown): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > DEPTH) return false;
    level = level.flatMap((each) => (each !== null && typeof each === 'object' ? Object.values(each) : []));
  }
  return true;
}
