import type { Graph } from '../../server/contract/graph.ts';
import type { View } from '../../server/contract/view.ts';
import { endsOf } from '../../server/contract/views/ends.ts';
import type { Position, Positions } from './build.ts';
import { type EdgeColour, edgeColour, primaryLabel, SHAPES, shapesOf } from './look.ts';
import type { Looks } from './looks.ts';
import { sizeOf } from './sizes.ts';

/** The tokens that lines are drawn in, by the number an overview knows them by. */
export const LINE_COLOURS: readonly EdgeColour[] = [
  'support',
  'supportWeak',
  'oppose',
  'opposeWeak',
  'neutral',
  'neutralWeak',
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
  /** Places of nodes by key. */
  places: ReadonlyMap<string, number>;
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
  /** The edges of node `n` are `incident[first[n]]` to `incident[first[n + 1] - 1]`. */
  first: Uint32Array;
  incident: Uint32Array;
  /** Nodes, the most connected first. */
  order: Uint32Array;
}

/** An overview of a graph. Nodes without a position are at the origin. */
export function overviewOf(
  graph: Graph,
  view: Pick<View, 'size'>,
  positions: Positions,
  looks: Looks = {},
): Overview {
  const { nodes, edges } = graph;
  const places = new Map(nodes.map(({ key }, place) => [key, place]));
  const shapes = shapesOf(nodes);
  const numbers = new Map(SHAPES.map((shape, number) => [shape, number]));
  const ends = endsOf(graph);
  const connected = incidence(nodes.length, ends);
  const degree = Uint32Array.from(
    nodes,
    (_, at) => (connected.first[at + 1] ?? 0) - (connected.first[at] ?? 0),
  );
  const overview: Overview = {
    graph,
    ...(looks.widths && { widths: looks.widths }),
    places,
    x: new Float32Array(nodes.length),
    y: new Float32Array(nodes.length),
    radius: Float32Array.from(
      nodes,
      ({ key }, at) => looks.sizes?.get(key) ?? sizeOf(degree[at] ?? 0, view.size),
    ),
    fill: Uint8Array.from(nodes, ({ key }) => looks.fills?.get(key) ?? USUAL),
    shape: Uint8Array.from(
      nodes,
      ({ key, attributes }) =>
        numbers.get(looks.shapes?.get(key) ?? shapes.get(primaryLabel(attributes.labels)) ?? 'circle') ?? 0,
    ),
    degree,
    ends,
    colour: coloursOf(edges),
    ...connected,
    order: byDegree(degree),
  };
  place(overview, positions);
  return overview;
}

/** Places, the highest degree first, and of equal ones the first. Sorting numbers needs no comparison to be called. */
function byDegree(degree: Uint32Array): Uint32Array {
  const count = degree.length;
  const most = degree.reduce((high, each) => Math.max(high, each), 0);
  const ranks = Float64Array.from(degree, (each, place) => (most - each) * count + place).sort();
  return Uint32Array.from(ranks, (rank) => rank % count);
}

const COLOUR_NUMBERS = new Map(LINE_COLOURS.map((colour, number) => [colour, number]));

function coloursOf(edges: Graph['edges']): Uint8Array {
  const colours = new Uint8Array(edges.length);
  edges.forEach(({ attributes }, edge) => {
    colours[edge] = COLOUR_NUMBERS.get(edgeColour(attributes)) ?? 0;
  });
  return colours;
}

/** Puts the nodes where the positions say, in place; those without one stay. */
export function place(overview: Overview, positions: Positions): void {
  overview.graph.nodes.forEach(({ key }, at) => {
    const position = positions.get(key);
    if (!position) return;
    overview.x[at] = position.x;
    overview.y[at] = position.y;
  });
}

function incidence(order: number, ends: Uint32Array): Pick<Overview, 'first' | 'incident'> {
  const first = new Uint32Array(order + 1);
  const isLoop = (end: number) => end % 2 === 1 && ends[end] === ends[end - 1];
  for (let end = 0; end < ends.length; end += 1) {
    const next = (ends[end] ?? 0) + 1;
    if (!isLoop(end)) first[next] = (first[next] ?? 0) + 1;
  }
  for (let node = 0; node < order; node += 1) first[node + 1] = (first[node + 1] ?? 0) + (first[node] ?? 0);
  const next = first.slice();
  const incident = new Uint32Array(first[order] ?? 0);
  for (let end = 0; end < ends.length; end += 1) {
    if (isLoop(end)) continue;
    const node = ends[end] ?? 0;
    incident[next[node] ?? 0] = end >> 1;
    next[node] = (next[node] ?? 0) + 1;
  }
  return { first, incident };
}

/** The edges of a node, as places; a self loop once. */
export function edgesAt({ first, incident }: Overview, node: number): Uint32Array {
  return incident.subarray(first[node], first[node + 1]);
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
