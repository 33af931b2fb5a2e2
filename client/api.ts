import { requests } from '../server/core/contract/requests.ts';
import type { Answer, PathParameters, QueryInput, RouteName } from '../server/core/contract/routes.ts';
import { EntenteError, type ErrorDetail, errorBody } from '../server/core/model/errors.ts';
import type { Graph } from '../server/core/model/graph.ts';
import { writeParameters } from '../server/core/model/parameters.ts';
import { PACKED_MEDIA_TYPE } from '../server/core/packed/media-type.ts';

export interface CallOptions<N extends RouteName> {
  query?: QueryInput<N>;
  path?: PathParameters<N>;
  /** Aborting it cancels the request; the promise then rejects with an AbortError. */
  signal?: AbortSignal;
}

/**
 * Asks one route of the contract. Rejects with an {@link EntenteError} that carries the server's own
 * message, or one that says the server cannot be reached.
 */
export type Call = <N extends RouteName>(name: N, options?: CallOptions<N>) => Promise<Answer<N>>;

/**
 * The address of a route: path parameters encoded, query in the order of the contract.
 * Throws when a path parameter is missing.
 */
export function addressOf<N extends RouteName>(name: N, options: CallOptions<N> = {}): string {
  const { path, query } = requests[name];
  const given: Record<string, string> = options.path ?? {};
  const filled = path.replace(/\{(\w+)\}/g, (_, field: string) => {
    const value = given[field];
    if (value === undefined) throw new EntenteError('internal', `The address ${path} needs "${field}".`);
    return encodeURIComponent(value);
  });
  const search = writeParameters(query, options.query ?? {}).toString();
  return search ? `${filled}?${search}` : filled;
}

const GRAPH_FORMS = `${PACKED_MEDIA_TYPE}, application/json;q=0.5`;

export interface CallWorld {
  /** The origin of the server; the page's own when absent. */
  base?: string;
  fetcher?: typeof fetch;
  /**
   * Reads packed graphs, which are then asked for: what a browser parses at one go keeps the page waiting.
   * JSON is asked for where it is absent.
   */
  unpack?: (bytes: Uint8Array<ArrayBuffer>, signal: AbortSignal | undefined) => Promise<Graph>;
}

/** A {@link Call} on a server. */
export function createCall({
  base = '',
  fetcher = (...given) => fetch(...given),
  unpack,
}: CallWorld = {}): Call {
  return async (name, options = {}) => {
    const { signal } = options;
    const { method } = requests[name];
    const response = await fetcher(base + addressOf(name, options), {
      ...(method !== 'GET' && { method }),
      headers: { accept: unpack && name === 'graph' ? GRAPH_FORMS : 'application/json' },
      ...(signal && { signal }),
    }).catch((cause: unknown) => {
      if (isAbort(cause)) throw cause;
      throw new EntenteError('database_not_ready', 'The server cannot be reached. Is it running?', { cause });
    });
    if (!response.ok) throw await errorOf(response);
    const packed = response.headers.get('content-type')?.startsWith(PACKED_MEDIA_TYPE);
    const answer =
      packed && unpack ? unpack(new Uint8Array(await response.arrayBuffer()), signal) : response.json();
    return (await answer) as Answer<typeof name>;
  };
}

/** Whether a rejection only says that the request was cancelled. */
export function isAbort(cause: unknown): boolean {
  return cause instanceof DOMException && cause.name === 'AbortError';
}

/** What a person may read of any failure. */
export function explain(cause: unknown): { message: string; details: readonly ErrorDetail[] } {
  if (cause instanceof EntenteError) return { message: cause.message, details: cause.details };
  return { message: cause instanceof Error ? cause.message : String(cause), details: [] };
}

/** What a refused or failed request was answered with. */
export async function errorOf(response: Response): Promise<EntenteError> {
  const parsed = errorBody.safeParse(await response.json().catch(() => undefined));
  if (!parsed.success)
    return new EntenteError('internal', `The server answered ${response.status} without explanation.`);
  const { code, message, details } = parsed.data.error;
  return new EntenteError(code, message, details ? { details } : {});
}
