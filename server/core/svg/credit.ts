import type { Graph } from '../model/graph.ts';
import { creditOf, sourcesOf } from '../words/credit.ts';

/**
 * Where the edges of a graph were coded from, as a line for the foot of a picture.
 *
 * @param known Where the names of sources are looked up, besides the graph itself.
 */
export function pictureCredit(graph: Graph, known: Graph = graph): string {
  const names = new Map(
    [...known.nodes, ...graph.nodes].map(({ key, attributes }) => [key, attributes.caption]),
  );
  const credit = creditOf(sourcesOf(graph).map((key) => names.get(key) ?? key));
  return [credit, 'Entente'].filter(Boolean).join(' · ');
}
