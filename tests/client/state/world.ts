import type { Call, CallOptions } from '../../../client/api.ts';
import type { LinkPort } from '../../../client/state/link/link.ts';
import type { Answer, RouteName } from '../../../server/core/contract/routes.ts';
import { routes } from '../../../server/core/contract/routes.ts';
import type { Status } from '../../../server/core/contract/status.ts';
import type { Graph, GraphEdge, GraphNode } from '../../../server/core/model/graph.ts';
import { GRAPH_OPTIONS } from '../../../server/core/model/graph-options.ts';

export function node(key: string, label = 'Person', properties = {}): GraphNode {
  return { key, attributes: { caption: key.toUpperCase(), labels: [label], properties, degree: 1 } };
}

export function edge(
  key: string,
  source: string,
  target: string,
  type = 'SUPPORTS',
  properties = {},
): GraphEdge {
  const sign = type === 'SUPPORTS' ? 1 : type === 'OPPOSES' ? -1 : 0;
  return { key, source, target, attributes: { type, sign, properties } };
}

export function graphOf(nodes: GraphNode[], edges: GraphEdge[] = [], snapshot = 'one'): Graph {
  const total = { nodes: nodes.length, edges: edges.length };
  return { attributes: { truncated: false, total, snapshot }, options: GRAPH_OPTIONS, nodes, edges };
}

export function statusOf(state: Status['database']['state'], more: Partial<Status> = {}): Status {
  return {
    product: { name: 'Entente', version: '0.0.0' },
    embeds: 'nobody',
    database: { state, kind: 'managed' },
    ...(state === 'ready' && { snapshot: 'one', counts: { nodes: 2, edges: 1 } }),
    ...more,
  };
}

type Answers = { [N in RouteName]?: (options: CallOptions<N>) => Answer<N> | Promise<Answer<N>> };
export interface Asked {
  name: RouteName;
  options: CallOptions<RouteName>;
  signal: AbortSignal | undefined;
}

/** A server in this process: it holds its answers to the contract and ends cancelled requests as a browser does. */
export function serve(answers: Answers): { call: Call; asked: Asked[] } {
  const asked: Asked[] = [];
  const call: Call = async (name, options = {}) => {
    const { signal } = options;
    asked.push({ name, options: options as CallOptions<RouteName>, signal });
    const answer = answers[name];
    if (!answer) throw new Error(`This server has no answer for ${name}.`);
    const aborted = new Promise<never>((_, reject) => {
      signal?.addEventListener('abort', () => reject(new DOMException('Cancelled', 'AbortError')));
    });
    const value = await Promise.race([Promise.resolve().then(() => answer(options)), aborted]);
    return routes[name].answer.parse(value) as Answer<typeof name>;
  };
  return { call, asked };
}

/** A history of links as a browser keeps it. */
export function historyOf(
  search = '',
): LinkPort & { at: () => number; entries: { search: string; depth: number; name: string | undefined }[] } {
  const entries: { search: string; depth: number; name: string | undefined }[] = [
    { search, depth: 0, name: undefined },
  ];
  let at = 0;
  let walked = () => {};
  const here = () => entries[at] ?? { search: '', depth: 0, name: undefined };
  const walk = (by: number) => {
    if (!entries[at + by]) return;
    at += by;
    walked();
  };
  return {
    entries,
    at: () => at,
    read: () => here().search,
    depth: () => here().depth,
    name: () => here().name,
    push: (next, depth, name) => {
      entries.splice(at + 1, entries.length, { search: next, depth, name });
      at += 1;
    },
    replace: (next, depth, name) => {
      entries[at] = { search: next, depth, name };
    },
    back: () => walk(-1),
    forward: () => walk(1),
    onWalk: (told) => {
      walked = told;
      return () => {
        walked = () => {};
      };
    },
  };
}

/** Waits until something holds, for at most a second. */
export async function until(holds: () => boolean): Promise<void> {
  for (let turn = 0; turn < 200 && !holds(); turn++) await new Promise((resolve) => setTimeout(resolve, 5));
  if (!holds()) throw new Error('What was waited for did not happen within a second.');
}
