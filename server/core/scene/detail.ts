import { wrapLabel } from '../labels/text.ts';
import { SHAPES } from '../looks/look.ts';
import { addEdges, type DrawnGraph } from './build.ts';
import { edgesAt } from './incidence.ts';
import { type Overview, placeOf, USUAL } from './overview.ts';

/** The part of an overview that is drawn in full. Nodes and edges are places in the overview. */
export interface Detail {
  nodes: ReadonlySet<number>;
  edges: ReadonlySet<number>;
  /** Whether it is all that is in sight. */
  near: boolean;
}

export interface DetailOptions {
  /** What is in sight, in layout units, y upwards. */
  sight: { left: number; right: number; bottom: number; top: number };
  /** Nodes and edges that are drawn in full wherever they are: what is selected or hovered, by key. */
  raised: readonly string[];
  /** How many nodes and edges are drawn in full at most where all in sight are to be. */
  most: number;
  /** How many nodes in sight may bear a label where not all are drawn in full. */
  labelled: number;
}

/**
 * Chooses what is drawn in full: all that is in sight where that is little enough to be read, else only the
 * most connected nodes in sight; and what is raised, with its edges and their other ends.
 */
export function detailOf(overview: Overview, options: DetailOptions): Detail {
  const seen = inSight(overview, options.sight);
  const nodes = new Set<number>();
  const edges = new Set<number>();
  const near = takeAll(overview, seen, options.most, nodes, edges);
  if (!near) for (const node of seen.slice(0, options.labelled)) nodes.add(node);
  const keys = new Set(options.raised.filter((key) => placeOf(overview, key) === undefined));
  if (keys.size > 0)
    overview.graph.edges.forEach(({ key }, edge) => {
      if (keys.has(key)) take(overview, edge, nodes, edges);
    });
  for (const key of options.raised) {
    const node = placeOf(overview, key);
    if (node === undefined) continue;
    nodes.add(node);
    for (const edge of edgesAt(overview, node).subarray(0, options.most)) take(overview, edge, nodes, edges);
  }
  return { nodes, edges, near };
}

function inSight({ x, y, order }: Overview, { left, right, bottom, top }: DetailOptions['sight']): number[] {
  const seen: number[] = [];
  for (const node of order) {
    const [atX, atY] = [x[node] ?? 0, y[node] ?? 0];
    if (atX >= left && atX <= right && atY >= bottom && atY <= top) seen.push(node);
  }
  return seen;
}

/** Takes all nodes and their edges, unless they are too many; then none. */
function takeAll(
  overview: Overview,
  seen: readonly number[],
  most: number,
  nodes: Set<number>,
  edges: Set<number>,
): boolean {
  if (leastOf(overview, seen) > most) return false;
  for (const node of seen) {
    nodes.add(node);
    for (const edge of edgesAt(overview, node)) take(overview, edge, nodes, edges);
    if (nodes.size + edges.size > most) {
      nodes.clear();
      edges.clear();
      return false;
    }
  }
  return true;
}

/** How many nodes and edges these nodes and their edges are at least: an edge is one of two nodes at most. */
function leastOf({ degree }: Overview, nodes: readonly number[]): number {
  let ends = 0;
  for (const node of nodes) ends += degree[node] ?? 0;
  return nodes.length + ends / 2;
}

function take({ ends }: Overview, edge: number, nodes: Set<number>, edges: Set<number>): void {
  edges.add(edge);
  nodes.add(ends[2 * edge] ?? 0);
  nodes.add(ends[2 * edge + 1] ?? 0);
}

/** Fills an empty graph with a detail, with all that drawing needs. */
export function buildDetail(overview: Overview, { nodes, edges }: Detail, into: DrawnGraph): void {
  const { graph, x, y, radius, shape, fill, degree } = overview;
  for (const node of [...nodes].sort((a, b) => a - b)) {
    const given = graph.nodes[node];
    if (!given) continue;
    into.addNode(given.key, {
      x: x[node] ?? 0,
      y: y[node] ?? 0,
      caption: given.attributes.caption,
      label: wrapLabel(given.attributes.caption),
      shape: SHAPES[shape[node] ?? 0] ?? 'circle',
      size: radius[node] ?? 0,
      degree: degree[node] ?? 0,
      fill: fill[node] === USUAL ? undefined : fill[node],
    });
  }
  const chosen = [...edges].sort((a, b) => a - b).flatMap((edge) => graph.edges[edge] ?? []);
  addEdges(chosen, into, overview);
}
