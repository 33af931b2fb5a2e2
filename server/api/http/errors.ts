import { randomUUID } from 'node:crypto';
import type { ErrorRequestHandler, RequestHandler } from 'express';
import { routes } from '../../core/contract/routes.ts';
import { EntenteError, type ErrorBody, type ErrorCode } from '../../core/model/errors.ts';
import { discreet } from '../../database/errors/discreet.ts';

/** Gives every request an id, told in `X-Request-Id` and in error bodies. */
export const identifyRequest: RequestHandler = (_, response, next) => {
  response.locals.requestId = randomUUID();
  response.set('X-Request-Id', response.locals.requestId);
  next();
};

/**
 * The addresses that take a POST: statements are too long for an address, and the guard lets only reads through; to
 * try again is no question that a cache or a link may ask.
 */
const POSTED: readonly string[] = [routes.cypher.path, routes.retry.path];

/** Refuses every method but GET and HEAD (and POST at those): the web surface only reads. */
export const onlyReads: RequestHandler = (request, response, next) => {
  const posts = POSTED.includes(request.path);
  if (posts ? request.method === 'POST' : request.method === 'GET' || request.method === 'HEAD')
    return next();
  response.set('Allow', posts ? 'POST' : 'GET, HEAD');
  next(
    new EntenteError(
      'method_not_allowed',
      `${request.method} is not served here; use ${posts ? 'POST' : 'GET'}.`,
    ),
  );
};

export const nothingHere: RequestHandler = (request, _, next) => {
  next(
    new EntenteError(
      'not_found',
      `There is nothing at ${request.originalUrl.split('?')[0]?.slice(0, 200)}. The addresses are listed at /docs.`,
    ),
  );
};

/** Seconds after which another try may go well. */
const RETRY: Partial<Record<ErrorCode, string>> = {
  database_not_ready: '2',
  overloaded: '2',
  timeout: '5',
  too_many_requests: '1',
};

/** The last handler: whatever went wrong leaves as the one error body. */
export function answerErrors(log: (line: object) => void): ErrorRequestHandler {
  return (cause, request, response, _next) => {
    const error = asEntenteError(cause);
    const requestId = String(response.locals.requestId ?? '');
    // A client that went away has ended its request itself; that is no fault.
    if (response.destroyed) return;
    response.locals.errorCode = error.code;
    if (error.status >= 500 && !RETRY[error.code]) {
      log({
        level: 'error',
        requestId,
        path: request.path,
        message: error.message,
        stack: discreet(stackOf(cause)),
      });
    }
    if (response.headersSent) return void response.destroy();
    if (RETRY[error.code] && !response.get('Retry-After')) response.set('Retry-After', RETRY[error.code]);
    const size = (cause as { headers?: Record<string, string> } | undefined)?.headers?.['Content-Range'];
    if (error.code === 'range_not_satisfiable' && size) response.set('Content-Range', size);
    response.status(error.status).set('Cache-Control', 'no-store').removeHeader('ETag');
    response.json(errorBodyOf(error, requestId));
  };
}

/** What a failure tells its client, as the one error body. */
export function errorBodyOf(cause: unknown, requestId: string): ErrorBody {
  const { code, message, details } = asEntenteError(cause);
  return { error: { code, message, ...(details.length > 0 ? { details: [...details] } : {}), requestId } };
}

function asEntenteError(cause: unknown): EntenteError {
  if (cause instanceof EntenteError) {
    // What the database says of a fault of ours is for the log, not for strangers.
    return cause.code === 'internal' ? new EntenteError('internal', UNEXPECTED, { cause }) : cause;
  }
  const status = (cause as { status?: unknown } | undefined)?.status;
  if (status === 412)
    return new EntenteError('precondition_failed', 'The file has changed since the request was made.', {
      cause,
    });
  if (status === 416)
    return new EntenteError('range_not_satisfiable', 'The file is shorter than the Range asked for.', {
      cause,
    });
  if (typeof status === 'number' && status >= 400 && status < 500) {
    return new EntenteError('invalid_request', 'The address cannot be read; check its encoding.', { cause });
  }
  return new EntenteError('internal', UNEXPECTED, { cause });
}

const UNEXPECTED = 'Something went wrong on the server. See its log for this request id.';

function stackOf(cause: unknown): string {
  const inner = cause instanceof EntenteError && cause.cause instanceof Error ? cause.cause : cause;
  return inner instanceof Error ? (inner.stack ?? inner.message) : String(inner);
}
