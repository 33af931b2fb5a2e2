export { componentsOf } from '../view/components.ts';

import { type Footprint, footprintOf } from '../labels/footprint.ts';
import { degreesOf } from '../looks/sizes.ts';
import { byText } from '../numbers/random.ts';

/** Above this many nodes a layout makes room for nodes only: no canvas could show all their labels. */
export const MOST_LABELLED = 1000;

/** As much of a graph as a layout looks at. */
export interface Unlaid {
  nodes: readonly { key: string; attributes: { caption: string } }[];
  edges: readonly { source: string; target: string; attributes?: { type: string } }[];
}

/** What a layout needs to know of a graph, in an order that does not depend on the answer's. */
export interface Network {
  keys: readonly string[];
  footprints: readonly Footprint[];
  /** Pairs of places in `keys`, each once, the lower first, with how many edges run between them. */
  links: readonly { a: number; b: number; count: number }[];
}

/** The network of a graph: nodes by key, parallel and opposite edges as one link, self loops left out. */
export function networkOf(graph: Unlaid): Network {
  const nodes = [...graph.nodes].sort((x, y) => byText(x.key, y.key));
  const places = new Map(nodes.map((node, at) => [node.key, at]));
  const degrees = degreesOf(graph);
  const counts = new Map<number, number>();
  for (const { source, target } of graph.edges) {
    const [from, to] = [places.get(source), places.get(target)];
    if (from === undefined || to === undefined || from === to) continue;
    const link = Math.min(from, to) * nodes.length + Math.max(from, to);
    counts.set(link, (counts.get(link) ?? 0) + 1);
  }
  return {
    keys: nodes.map((node) => node.key),
    footprints: nodes.map(({ key, attributes }) =>
      footprintOf(attributes.caption, degrees.get(key) ?? 0, nodes.length <= MOST_LABELLED),
    ),
    links: [...counts]
      .sort(([x], [y]) => x - y)
      .map(([link, count]) => ({ a: Math.floor(link / nodes.length), b: link % nodes.length, count })),
  };
}
