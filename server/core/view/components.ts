import type { Graph } from '../model/graph.ts';

/** The connected parts of a graph, without regard to direction, as keys of nodes; the largest first. */
export function connectedParts({ nodes, edges }: Pick<Graph, 'nodes' | 'edges'>): Set<string>[] {
  const keys = nodes.map(({ key }) => key);
  const places = new Map(keys.map((key, place) => [key, place]));
  const links = edges.flatMap(({ source, target }) => {
    const [a, b] = [places.get(source), places.get(target)];
    return a === undefined || b === undefined ? [] : [{ a, b }];
  });
  return componentsOf({ keys, links }).map((part) => new Set(part.map((place) => keys[place] ?? '')));
}

/** The connected parts of a network, as places in its keys: the largest first, then by the first key. */
export function componentsOf({
  keys,
  links,
}: {
  keys: readonly string[];
  links: readonly { a: number; b: number }[];
}): number[][] {
  const parent = keys.map((_, at) => at);
  const root = (at: number): number => {
    let top = at;
    while (parent[top] !== top) top = parent[top] ?? top;
    let step = at;
    while (step !== top) {
      const next = parent[step] ?? top;
      parent[step] = top;
      step = next;
    }
    return top;
  };
  for (const { a, b } of links) {
    const [x, y] = [root(a), root(b)];
    parent[Math.max(x, y)] = Math.min(x, y);
  }
  const parts = new Map<number, number[]>();
  keys.forEach((_, at) => {
    const part = parts.get(root(at));
    if (part) part.push(at);
    else parts.set(root(at), [at]);
  });
  return [...parts.values()].sort((x, y) => y.length - x.length || (x[0] ?? 0) - (y[0] ?? 0));
}
