import { createHash } from 'node:crypto';
import type { Request, RequestHandler, Response } from 'express';
import { readRequest } from '../../core/contract/read-request.ts';
import type { Answer, Endpoint, PathParameters, Query, RouteName } from '../../core/contract/routes.ts';
import { routes } from '../../core/contract/routes.ts';
import type { Pieces } from '../../core/formats/pieces.ts';
import { EntenteError } from '../../core/model/errors.ts';
import { addressKey } from '../../guard/allowance.ts';
import { jsonOf } from '../graph/graph-answers.ts';
import type { Caller, Services } from './services.ts';
import { searchOf } from './target.ts';
import { writeAll, writeWhole } from './write.ts';

/** What a handler is given: everything checked, nothing of HTTP. */
export interface Call<N extends RouteName> {
  path: PathParameters<N>;
  query: Query<N>;
  caller: Caller;
  services: Services;
}

/** How one route of the contract is answered. */
export interface Handler<N extends RouteName> {
  name: N;
  answer(call: Call<N>): Promise<{ value: Answer<N>; version?: string }>;
  /** Forms that are not JSON, written piece by piece. */
  streams?: Record<string, (value: Answer<N>) => Iterable<Uint8Array>>;
  /** For an answer that is a file. */
  file?: FileForm<N>;
}

/** How an answer becomes a file to keep. */
export interface FileForm<N extends RouteName> {
  mediaType(query: Query<N>): string;
  write(value: Answer<N>, query: Query<N>): { body: Pieces; headers: Record<string, string> };
}

const JSON_TYPE = 'application/json';

/** The Express path of a contract path: `{id}` becomes `:id`. */
export function expressPath(path: string): string {
  return path.replaceAll(/\{(\w+)\}/g, ':$1');
}

/**
 * Serves one route: refuses what the contract does not know, answers 304 to a client that already
 * holds this version of the data, and ends the work when the client goes away.
 */
export function serve<N extends RouteName>(handler: Handler<N>, services: Services): RequestHandler {
  const endpoint = routes[handler.name] as unknown as Endpoint;
  return async (request, response) => {
    const call = {
      ...askedBy(endpoint, request),
      caller: callerOf(request, response),
      services,
    } as Call<N>;
    const { signal } = call.caller;
    const form = handler.file?.mediaType(call.query) ?? formOf(handler, request, response);
    if (endpoint.cached && (await isCurrent(request, response, services, signal, form))) return;
    const write = (value: Answer<N>) => written(handler, form, value);
    const answer = (all: AbortSignal) => handler.answer({ ...call, caller: { ...call.caller, signal: all } });
    const answered =
      endpoint.cached && !handler.file
        ? await services.keepAnswer(
            // The data as they are now, the form, and everything that was asked.
            `${await versionOf(response, services, signal)} ${form} ${request.path}?${searchOf(request)}`,
            answer,
            write,
            signal,
          )
        : await handler.answer(call);
    const { value, version } = answered;
    if (endpoint.cached && version !== undefined) tag(response, version, services, form);
    else response.set('Cache-Control', 'no-store');
    response.type(form);
    if ('bytes' in answered && answered.bytes) return writeWhole(response, answered.bytes);
    if (!handler.file) return writeAll(response, write(value));
    const { body, headers } = handler.file.write(value, call.query);
    return writeAll(response.set(headers), body);
  };
}

/** Ways in which a database can be away. */
const AWAY: readonly string[] = ['database_not_ready', 'overloaded', 'timeout'];

/**
 * The version of the data as they are now. While the database does not tell, the one last read, so that whatever is
 * kept is given all the same; a header says so.
 */
export async function versionOf(
  response: Response,
  services: Services,
  signal: AbortSignal,
): Promise<string> {
  try {
    return (await services.graph.current(signal)).version;
  } catch (cause) {
    const last = services.graph.latest();
    if (!last || signal.aborted || !(cause instanceof EntenteError) || !AWAY.includes(cause.code))
      throw cause;
    response.set('Entente-Stale', 'true');
    return last.version;
  }
}

/** An answer in the form that was asked for, piece by piece. */
function written<N extends RouteName>(
  { streams }: Handler<N>,
  form: string,
  value: Answer<N>,
): Iterable<string | Uint8Array> {
  const stream = streams?.[form];
  if (stream) return stream(value);
  return jsonOf(value as object);
}

/** The media type to answer with: JSON unless the client would rather have another form there is. */
function formOf<N extends RouteName>(
  { streams = {} }: Handler<N>,
  request: Request,
  response: Response,
): string {
  const known = [JSON_TYPE, ...Object.keys(streams)];
  if (known.length > 1) response.vary('Accept');
  const form = request.accepts(known);
  if (form) return form;
  throw new EntenteError(
    'not_acceptable',
    `This address answers with ${known.join(' or ')}; correct the Accept header.`,
  );
}

/**
 * Answers 304, and says so, to a client that already holds this form of an answer at this version of the data.
 */
export async function isCurrent(
  request: Request,
  response: Response,
  services: Services,
  signal: AbortSignal,
  form: string,
) {
  const held = request.headers['if-none-match'];
  if (held === undefined) return false;
  const version = await versionOf(response, services, signal);
  tag(response, version, services, form);
  if (!holds(held, String(response.get('ETag')))) return false;
  response.status(304).end();
  return true;
}

/**
 * Whether a client holds the answer with this tag, by weak comparison (RFC 9110, 13.1.2). Express's own
 * test gives up on `Cache-Control: no-cache`, which some clients send with every conditional request.
 */
export function holds(given: string, tag: string): boolean {
  const bare = (text: string) => text.trim().replace(/^W\//, '');
  return given.trim() === '*' || given.split(',').some((each) => bare(each) === bare(tag));
}

/** Tags an answer with the version of the data it was read from, and its form. */
export function tag(response: Response, version: string, services: Services, form: string): void {
  const digest = createHash('sha256')
    .update(`${services.version} ${version} ${form}`)
    .digest('base64url')
    .slice(0, 22);
  response.set('ETag', `W/"${digest}"`);
  response.set('Cache-Control', 'no-cache');
}

/** What a request asks by its address. Throws an EntenteError that names what the contract does not know. */
export function askedBy(endpoint: Endpoint, request: Request): { path: unknown; query: unknown } {
  return readRequest(endpoint, {
    path: new URLSearchParams(request.params as Record<string, string>),
    search: new URLSearchParams(searchOf(request)),
  });
}

/** Who asks. */
export function callerOf(request: Request, response: Response): Caller {
  return { signal: abortedWith(request, response), address: addressKey(request.ip) };
}

/** Aborts when the client goes away before it is answered. */
function abortedWith(request: Request, response: Response): AbortSignal {
  const controller = new AbortController();
  response.once('close', () => {
    if (!response.writableFinished) controller.abort(new Error(`The client of ${request.path} went away.`));
  });
  return controller.signal;
}
