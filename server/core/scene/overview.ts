import type { Position, Positions } from '../geometry/position.ts';
import { type EdgeLook, edgeColour, primaryLabel, SHAPES, shapesOf } from '../looks/look.ts';
import type { Looks } from '../looks/looks.ts';
import { sizeOf } from '../looks/sizes.ts';
import { THEMES } from '../looks/theme.ts';
import type { Graph, GraphEdge, GraphNode } from '../model/graph.ts';
import { endsOf, placesOf } from '../view/ends.ts';
import type { View } from '../view/view.ts';
import { lineOpacity } from './density.ts';
import { degreesIn } from './incidence.ts';

/** The tokens that lines are drawn in, by the number an overview knows them by. */
export const LINE_COLOURS: readonly EdgeLook['colour'][] = [
  'support',
  'supportWeak',
  'oppose',
  'opposeWeak',
  'neutral',
  'neutralWeak',
  ...THEMES.light.palette.map((_, at) => `palette-${at}` as const),
];

/** The fill of a node that is coloured by its shape. */
export const USUAL = 255;

/**
 * A graph of any size as plain arrays, for drawing and for finding what is where. Nodes and edges are
 * known by their place in the graph's own lists; lengths are in layout units.
 */
export interface Overview {
  graph: Graph;
  /** Widths of edges by key, where they are drawn in full and mean something else than usual. */
  widths?: ReadonlyMap<string, number>;
  /** What else their lines have otherwise. */
  lines?: NonNullable<Looks['lines']>;
  types?: NonNullable<Looks['types']>;
  x: Float32Array;
  y: Float32Array;
  radius: Float32Array;
  /** Places in {@link SHAPES}. */
  shape: Uint8Array;
  /** Places in a theme's palette; {@link USUAL} where the colour is the shape's own. */
  fill: Uint8Array;
  degree: Uint32Array;
  /** Source and target of each edge in turn. */
  ends: Uint32Array;
  /** Places in {@link LINE_COLOURS}. */
  colour: Uint8Array;
  /** Of all lines, the paler the denser they are. */
  opacity: number;
  /** Nodes, the most connected first. */
  order: Uint32Array;
}

/**
 * An overview of a graph. Nodes without a position are at the origin. A filter's answer waits for it, so that it is
 * made in plain loops: of a page just opened nothing runs fast yet, and what calls functions least of all.
 */
export function overviewOf(
  graph: Graph,
  view: Pick<View, 'size'>,
  positions: Positions,
  looks: Looks = {},
): Overview {
  const { nodes, edges } = graph;
  const ends = endsOf(graph);
  const degree = degreesIn(nodes.length, ends);
  const overview: Overview = {
    graph,
    ...(looks.widths && { widths: looks.widths }),
    ...(looks.lines && { lines: looks.lines }),
    ...(looks.types && { types: looks.types }),
    x: new Float32Array(nodes.length),
    y: new Float32Array(nodes.length),
    radius: new Float32Array(nodes.length),
    fill: new Uint8Array(nodes.length).fill(USUAL),
    shape: new Uint8Array(nodes.length),
    degree,
    ends,
    colour: coloursOf(edges, looks),
    opacity: 1,
    order: byDegree(degree),
  };
  dress(overview, view, looks);
  place(overview, positions);
  return overview;
}

const SHAPE_NUMBERS = new Map(SHAPES.map((shape, number) => [shape, number]));

/** Gives each node its radius, fill and shape. */
function dress({ graph, radius, fill, shape, degree }: Overview, view: Pick<View, 'size'>, looks: Looks) {
  const { nodes } = graph;
  const shapes = shapesOf(graph);
  const numbers = new Map([...shapes].map(([label, each]) => [label, SHAPE_NUMBERS.get(each) ?? 0]));
  for (let at = 0; at < nodes.length; at += 1) {
    const { key, attributes } = nodes[at] as GraphNode;
    const own = looks.shapes?.get(key);
    radius[at] = looks.sizes?.get(key) ?? sizeOf(degree[at] ?? 0, view.size);
    fill[at] = looks.fills?.get(key) ?? USUAL;
    shape[at] = (own ? SHAPE_NUMBERS.get(own) : numbers.get(primaryLabel(attributes.labels))) ?? 0;
  }
}

/** Places, the highest degree first, and of equal ones the first: sorted by counting. */
function byDegree(degree: Uint32Array): Uint32Array {
  let most = 0;
  for (let at = 0; at < degree.length; at += 1) most = Math.max(most, degree[at] ?? 0);
  const next = new Uint32Array(most + 2);
  for (let at = 0; at < degree.length; at += 1) {
    const after = most - (degree[at] ?? 0) + 1;
    next[after] = (next[after] ?? 0) + 1;
  }
  for (let rank = 1; rank < next.length; rank += 1) next[rank] = (next[rank] ?? 0) + (next[rank - 1] ?? 0);
  const order = new Uint32Array(degree.length);
  for (let at = 0; at < degree.length; at += 1) {
    const rank = most - (degree[at] ?? 0);
    order[next[rank] ?? 0] = at;
    next[rank] = (next[rank] ?? 0) + 1;
  }
  return order;
}

const COLOUR_NUMBERS = new Map(LINE_COLOURS.map((colour, number) => [colour, number]));

function coloursOf(edges: Graph['edges'], { types, lines }: Looks): Uint8Array {
  const colours = new Uint8Array(edges.length);
  for (let at = 0; at < edges.length; at += 1) {
    const { key, attributes } = edges[at] as GraphEdge;
    const own = lines?.get(key)?.colour ?? types?.get(attributes.type);
    colours[at] = COLOUR_NUMBERS.get(own ?? edgeColour(attributes)) ?? 0;
  }
  return colours;
}

/** The place of the node that a key names; undefined where there is none. */
export function placeOf({ graph }: Overview, key: string): number | undefined {
  return placesOf(graph).get(key);
}

/** Puts the nodes where the positions say, in place; those without one stay. */
export function place(overview: Overview, positions: Positions): void {
  const { nodes } = overview.graph;
  for (let at = 0; at < nodes.length; at += 1) {
    const position = positions.get((nodes[at] as GraphNode).key);
    if (!position) continue;
    overview.x[at] = position.x;
    overview.y[at] = position.y;
  }
  overview.opacity = lineOpacity(overview);
}

/**
 * The node whose circle holds a point, the nearest middle first.
 *
 * @param scale How much larger than its radius a node is drawn.
 * @param margin By how much a point may miss it, in layout units.
 */
export function nodeAt(overview: Overview, at: Position, scale: number, margin: number): number | undefined {
  const { x, y, radius } = overview;
  let [best, least] = [undefined as number | undefined, Infinity];
  for (let node = 0; node < x.length; node += 1) {
    const distance = Math.hypot((x[node] ?? 0) - at.x, (y[node] ?? 0) - at.y);
    if (distance > (radius[node] ?? 0) * scale + margin || distance >= least) continue;
    [best, least] = [node, distance];
  }
  return best;
}

/** The edge whose straight line passes nearest to a point, within `reach` layout units. */
export function edgeAt(overview: Overview, at: Position, reach: number): number | undefined {
  const { x, y, ends } = overview;
  let [best, least] = [undefined as number | undefined, reach * reach];
  for (let edge = 0; edge < ends.length / 2; edge += 1) {
    const [from, to] = [ends[2 * edge] ?? 0, ends[2 * edge + 1] ?? 0];
    const [fromX, fromY] = [x[from] ?? 0, y[from] ?? 0];
    const [alongX, alongY] = [(x[to] ?? 0) - fromX, (y[to] ?? 0) - fromY];
    const length = alongX * alongX + alongY * alongY;
    const share = length === 0 ? 0 : ((at.x - fromX) * alongX + (at.y - fromY) * alongY) / length;
    const nearest = Math.min(1, Math.max(0, share));
    const [dx, dy] = [at.x - fromX - nearest * alongX, at.y - fromY - nearest * alongY];
    const distance = dx * dx + dy * dy;
    if (distance < least) [best, least] = [edge, distance];
  }
  return best;
}
