import type { GraphEdge } from '../model/graph.ts';
import type { Row } from '../model/rows.ts';
import type { Held } from './held.ts';

/** What a path is looked for by. */
export interface PathSearch {
  from: string;
  to: string;
  /** Any when null. */
  types: ReadonlySet<string> | null;
  maxLength: number;
  /** At most this many paths. */
  limit: number;
}

/** The shortest paths between two nodes, whatever the direction of the edges; in the order of the keys along them. */
export function shortestPaths(held: Held, search: PathSearch): Row[] {
  const { from, to, limit } = search;
  const steps = stepsBack(held, search);
  if (!steps) return [];
  const found: Row[] = [];
  const walk = (nodes: string[], edges: string[]): void => {
    const here = nodes[0] as string;
    if (here === from) {
      found.push({ nodes, edges });
      return;
    }
    for (const { node, edge } of steps.get(here) ?? []) {
      if (found.length >= limit) return;
      walk([node, ...nodes], [edge.key, ...edges]);
    }
  };
  walk([to], []);
  return found;
}

type Steps = Map<string, { node: string; edge: GraphEdge }[]>;

/** For each node that a shortest path may lead through, the steps by which it is reached; undefined without a path. */
function stepsBack(held: Held, { from, to, types, maxLength }: PathSearch): Steps | undefined {
  const steps: Steps = new Map([[from, []]]);
  let frontier = [from];
  for (let length = 1; length <= maxLength && frontier.length > 0; length += 1) {
    const reached: Steps = new Map();
    for (const node of frontier)
      for (const edge of held.edgesAt(node)) {
        const next = edge.source === node ? edge.target : edge.source;
        if (steps.has(next) || (types && !types.has(edge.attributes.type))) continue;
        const ways = reached.get(next) ?? [];
        ways.push({ node, edge });
        reached.set(next, ways);
      }
    for (const [node, ways] of reached) steps.set(node, ways);
    if (steps.has(to)) return steps;
    frontier = [...reached.keys()];
  }
  return undefined;
}
