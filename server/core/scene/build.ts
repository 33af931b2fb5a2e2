import { MultiDirectedGraph } from 'graphology';
import type { Position, Positions } from '../geometry/position.ts';
import { type WrappedLabel, wrapLabel } from '../labels/text.ts';
import { primaryLabel, shapesOf } from '../looks/look.ts';
import type { Looks } from '../looks/looks.ts';
import { degreesOf, sizeOf } from '../looks/sizes.ts';
import type { Graph } from '../model/graph.ts';
import type { Shape } from '../model/style.ts';
import { byText } from '../numbers/random.ts';
import type { View } from '../view/view.ts';
import { type DrawnLine, drawnLines } from './bends.ts';

/** What the renderer needs of a node. `size` is its radius in layout units. */
export interface DrawnNode extends Position {
  caption: string;
  label: WrappedLabel;
  shape: Shape;
  size: number;
  /** Place in a theme's palette, where colour means something else than the shape. */
  fill?: number | undefined;
  /** Edges in this graph, for what is labelled first. */
  degree: number;
}

/** What the renderer needs of an edge. */
export interface DrawnEdge extends DrawnLine {
  type: string;
}

export type DrawnGraph = MultiDirectedGraph<DrawnNode, DrawnEdge>;

/**
 * A graphology graph of the server's graph, with all that drawing needs. Nodes and edges are added in
 * the order of their keys, so that what is drawn over what does not depend on the order of the answer.
 * Nodes without a position are at the origin.
 *
 * @param into An empty graph to be filled.
 * @param looks What differs from the usual size and colour.
 */
export function buildGraph(
  graph: Graph,
  view: Pick<View, 'size'>,
  positions: Positions,
  into: DrawnGraph = new MultiDirectedGraph<DrawnNode, DrawnEdge>(),
  looks: Looks = {},
): DrawnGraph {
  const drawn = into;
  const shapes = shapesOf(graph);
  const degrees = degreesOf(graph);
  for (const { key, attributes } of [...graph.nodes].sort((a, b) => byText(a.key, b.key))) {
    const degree = degrees.get(key) ?? 0;
    const position = positions.get(key) ?? { x: 0, y: 0 };
    drawn.addNode(key, {
      x: position.x,
      y: position.y,
      caption: attributes.caption,
      label: wrapLabel(attributes.caption),
      shape: looks.shapes?.get(key) ?? shapes.get(primaryLabel(attributes.labels)) ?? 'circle',
      size: looks.sizes?.get(key) ?? sizeOf(degree, view.size),
      fill: looks.fills?.get(key),
      degree,
    });
  }
  addEdges(
    [...graph.edges].sort((a, b) => byText(a.key, b.key)),
    drawn,
    looks,
  );
  return drawn;
}

/** Adds edges, in their order, to a graph that has their nodes. */
export function addEdges(edges: Graph['edges'], into: DrawnGraph, looks: Looks): void {
  const lines = drawnLines(edges, looks);
  for (const { key, source, target, attributes } of edges)
    into.addEdgeWithKey(key, source, target, { type: attributes.type, ...(lines.get(key) as DrawnLine) });
}

/** The edges that have a line of their own, or are the band of all between their ends. */
export function linesOf(graph: DrawnGraph): string[] {
  return graph.filterEdges((_, { band }) => band !== 0);
}

/** What a click means: of a band the nodes that it connects, whose details list its edges. */
export function meantBy(graph: DrawnGraph, key: string): readonly string[] {
  const isBand = graph.hasEdge(key) && graph.getEdgeAttribute(key, 'band');
  return isBand ? [...new Set(graph.extremities(key))] : [key];
}

/** Keys of nodes, the most connected first, then by key. */
export function byImportance(graph: DrawnGraph): string[] {
  return graph
    .nodes()
    .sort(
      (a, b) => graph.getNodeAttribute(b, 'degree') - graph.getNodeAttribute(a, 'degree') || byText(a, b),
    );
}
