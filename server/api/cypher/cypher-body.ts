import express, { type RequestHandler } from 'express';
import { EntenteError } from '../../core/model/errors.ts';

const TYPE = 'application/json';

/**
 * Takes the bytes of a request that says it is JSON, up to a size. Nobody looks into them here: how long reading
 * them takes is up to whoever sends them.
 */
export function takeJson(bodyLimit: number): RequestHandler[] {
  const take = express.raw({ limit: bodyLimit, type: TYPE });
  return [
    (request, _, next) => {
      if (request.is(TYPE) && isUtf8(request.get('Content-Type') ?? '')) return next();
      throw new EntenteError('unsupported_media_type', `Send ${TYPE} in UTF-8 and say so in Content-Type.`);
    },
    (request, response, next) =>
      take(request, response, (cause?: unknown) => {
        if (cause) return next(bodyError(cause, bodyLimit));
        // Without a body there is nothing that was read.
        if (!Buffer.isBuffer(request.body)) request.body = Buffer.alloc(0);
        next();
      }),
  ];
}

/** Whether a media type names no other encoding. */
function isUtf8(type: string): boolean {
  const named = type
    .toLowerCase()
    .split(';')
    .map((each) => each.trim())
    .filter((each) => each.startsWith('charset='));
  return named.every((each) => /^charset="?utf-?8"?$/.test(each));
}

function bodyError(cause: unknown, limit: number): EntenteError {
  const { type, message } = cause as { type?: string; message?: string };
  if (type === 'entity.too.large')
    return new EntenteError('too_large', `The request is larger than ${limit} bytes. Send less.`, { cause });
  return new EntenteError('invalid_request', `The request cannot be read: ${message}`, { cause });
}
