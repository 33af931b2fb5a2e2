import { GRAPH_ANSWERS } from '../answers/graph-answers.ts';
import { createNames, type Names, toNamed } from '../answers/names.ts';
import type { Reader } from '../answers/reader.ts';
import { storyList, storyOf } from '../answers/stories.ts';
import { readRequest } from '../contract/read-request.ts';
import { requests } from '../contract/requests.ts';
import type { RouteName } from '../contract/routes.ts';
import type { SearchResult } from '../contract/search.ts';
import type { Status } from '../contract/status.ts';
import { jsonPieces } from '../formats/json-pieces.ts';
import { EntenteError, type ErrorBody } from '../model/errors.ts';
import type { Graph } from '../model/graph.ts';
import type { Story } from '../model/story.ts';
import { PACKED_MEDIA_TYPE } from '../packed/media-type.ts';
import { writePacked } from '../packed/write.ts';
import { createLocalReader } from './reader.ts';

/** What is asked of the server's API where there is no server. */
export interface LocalRequest {
  method: string;
  /** Path and query, such as `/api/graph?limit=10`. */
  address: string;
  accept: string;
}

export interface LocalResponse {
  status: number;
  type: string;
  body: Uint8Array<ArrayBuffer>;
}

export interface LocalOptions {
  version: string;
  /** At most so many nodes, and edges, are given at once. */
  rowLimit: number;
  stories?: readonly Story[];
  /** The rules that its data set is drawn by. */
  looks?: readonly string[];
  /** Who may show embeds of it; nobody when absent. */
  embeds?: Status['embeds'];
  /** What is said to whoever asks what only a database answers. */
  needsDatabase?: string;
}

/** More names than this are not searched; the answer says `truncated`. */
const MOST_NAMES = 50_000;
const JSON_TYPE = 'application/json';

/**
 * Answers the API of the server out of a graph in memory, with its words, limits and errors. What needs a database,
 * Cypher and its library, is refused with `not_implemented`.
 *
 * @param graph The whole graph, changed by nobody.
 */
export function createLocalServer(
  graph: Graph,
  options: LocalOptions,
): (request: LocalRequest) => Promise<LocalResponse> {
  const answers = answersOf(graph, options);
  return async ({ method, address, accept }) => {
    try {
      const { name, path, query } = read(method, address);
      const answer = answers[name];
      if (!answer) throw new EntenteError('not_implemented', options.needsDatabase ?? NEEDS_DATABASE);
      const value = await answer({ path, query } as never);
      return name === 'graph' && accept.includes(PACKED_MEDIA_TYPE)
        ? { status: 200, type: PACKED_MEDIA_TYPE, body: joined([...writePacked(value as Graph)]) }
        : json(200, value as object);
    } catch (cause) {
      return refused(cause);
    }
  };
}

const NEEDS_DATABASE =
  'This needs a database, and what is open is a file. Load the file with npm run import to ask it by Cypher.';

type Answers = Partial<Record<RouteName, (asked: never) => Promise<unknown> | unknown>>;

function answersOf(
  graph: Graph,
  { version, rowLimit, stories = [], looks, embeds = 'nobody' }: LocalOptions,
): Answers {
  const reader = createLocalReader(graph, rowLimit, looks);
  const counts = { nodes: graph.nodes.length, edges: graph.edges.length };
  const status: Status = {
    product: { name: 'Entente', version },
    database: { state: 'ready', kind: 'configured' },
    embeds,
    snapshot: graph.attributes.snapshot,
    counts,
  };
  const search = createLocalSearch(reader);
  return {
    ...Object.fromEntries(
      Object.entries(GRAPH_ANSWERS).map(([name, answer]) => [name, (asked: never) => answer(reader, asked)]),
    ),
    status: () => status,
    retry: () => status,
    search: ({ query }: { query: { q: string; limit: number } }) => search(query.q, query.limit),
    stories: () => storyList(stories),
    story: ({ path }: { path: { id: string } }) => storyOf(stories, path.id),
  };
}

function createLocalSearch(reader: Reader): (text: string, limit: number) => Promise<SearchResult> {
  let built: { names: Names; isCut: boolean } | undefined;
  return async (text, limit) => {
    if (!built) {
      const rows = await reader.rows('read/names', { limit: MOST_NAMES + 1 });
      const names = createNames();
      names.add(rows.slice(0, MOST_NAMES).map((row) => toNamed(reader.context.identity, row)));
      built = { names, isCut: rows.length > MOST_NAMES };
    }
    const found = built.names.find(text, limit);
    return { ...found, truncated: found.truncated || built.isCut };
  };
}

/** @throws EntenteError as the server does */
function read(method: string, address: string): { name: RouteName; path: unknown; query: unknown } {
  const [pathname = '', search = ''] = address.split(/\?(.*)/s);
  for (const [name, request] of Object.entries(requests)) {
    const pattern = request.path.replaceAll(/\{(\w+)\}/g, '(?<$1>[^/]+)');
    const match = new RegExp(`^${pattern}$`).exec(pathname);
    if (!match) continue;
    if (request.method !== method)
      throw new EntenteError('method_not_allowed', `${method} is not served here; use ${request.method}.`);
    const path = new URLSearchParams();
    for (const [key, value] of Object.entries(match.groups ?? {})) path.set(key, decoded(value));
    const given = { path, search: new URLSearchParams(search) };
    return { name: name as RouteName, ...readRequest(request, given) };
  }
  throw new EntenteError('not_found', `There is nothing at ${pathname}.`);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new EntenteError(
      'invalid_request',
      'The address of the request cannot be read; check its encoding.',
    );
  }
}

function json(status: number, value: object): LocalResponse {
  const encoder = new TextEncoder();
  return {
    status,
    type: JSON_TYPE,
    body: joined(Array.from(jsonPieces(value), (piece) => encoder.encode(piece))),
  };
}

function refused(cause: unknown): LocalResponse {
  const error =
    cause instanceof EntenteError
      ? cause
      : new EntenteError('internal', 'This could not be answered. Reload the page to try again.', { cause });
  const { code, message, details } = error;
  const body: ErrorBody = {
    error: { code, message, ...(details.length > 0 && { details: [...details] }), requestId: 'local' },
  };
  return json(error.status, body);
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
