import type { IncomingMessage } from 'node:http';
import type { RequestHandler } from 'express';
import { EntenteError } from '../../core/model/errors.ts';

/** Requests whose target says no path of this server. */
const unreadable = new WeakSet<IncomingMessage>();

/**
 * Brings the target of a request into the one form that everything behind goes by, a path with its query
 * (RFC 9112, 3.2): a proxy may send a whole address. What cannot be read is marked, for {@link refuseUnreadable};
 * it has to be kept from Express, which answers it by a page of its own.
 */
export function readTarget(request: IncomingMessage): void {
  const target = request.url ?? '';
  if (target.startsWith('/') && isEncoded(target)) return;
  if (target === '*' && request.method === 'OPTIONS') return;
  const whole = /^https?:\/\//i.test(target) && URL.canParse(target) ? new URL(target) : undefined;
  // The host is asked for twice then, and has to be the same.
  if (whole && whole.username === '' && whole.host === hostOf(request) && isEncoded(whole.pathname)) {
    request.url = `${whole.pathname}${whole.search}`;
    return;
  }
  unreadable.add(request);
  request.url = '/';
}

/** Refuses what {@link readTarget} could not read. */
export const refuseUnreadable: RequestHandler = (request, _, next) => {
  if (!unreadable.has(request)) return next();
  next(
    new EntenteError(
      'invalid_request',
      'The address of the request cannot be read; check its encoding, and ask for a path of this server, such as /api/status.',
    ),
  );
};

/** The search part of a request's address with its question mark, as it was sent; empty where there is none. */
export function searchOf({ originalUrl }: { originalUrl: string }): string {
  const [address = ''] = originalUrl.split('#', 1);
  const at = address.indexOf('?');
  return at < 0 || at === address.length - 1 ? '' : address.slice(at);
}

/** Whether the path of a target is text once its `%` are read: what serves files answers others by a page of its own. */
function isEncoded(target: string): boolean {
  try {
    decodeURIComponent(target.split(/[?#]/, 1)[0] as string);
    return true;
  } catch {
    return false;
  }
}

function hostOf({ headers }: IncomingMessage): string | undefined {
  const text = `http://${headers.host ?? ''}`;
  return URL.canParse(text) ? new URL(text).host : undefined;
}
