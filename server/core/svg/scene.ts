import { type Framing, fitTo, fromView, type Insets, itemScale, type Size } from '../geometry/frame.ts';
import type { DrawnPath } from '../geometry/geometry.ts';
import type { Position, Positions } from '../geometry/position.ts';
import { type GroupTitle, groupTitles, titlePoints } from '../labels/group-titles.ts';
import { type EdgeLook, edgeLook, primaryLabel, reachOf, shapesOf } from '../looks/look.ts';
import type { Looks } from '../looks/looks.ts';
import { degreesOf, MOST_SIZE, sizeOf } from '../looks/sizes.ts';
import type { Graph, GraphEdge, GraphNode } from '../model/graph.ts';
import type { Shape } from '../model/style.ts';
import { byText } from '../numbers/random.ts';
import type { View } from '../view/view.ts';

/** Above this many nodes and edges lines are straight, thin and unbroken, as on the canvas. */
const MOST_RICH = 2000;
/** How much stronger lines are than in the legend, how much neighbouring parallel ones differ: as on the canvas. */
const LINE = 1.25;
const SPREAD = 0.22;
const LOOP = 4;
const PLAIN_SIZE = 0.7;

/** A node in the picture: its middle and the radius of its shape in pixels, y downwards. */
export interface SceneNode extends Position {
  key: string;
  node: GraphNode;
  shape: Shape;
  radius: number;
  degree: number;
  /** Place in a theme's palette, where colour means something else than the shape. */
  fill: number | undefined;
}

export interface SceneEdge {
  key: string;
  edge: GraphEdge;
  look: EdgeLook;
  /** In pixels. */
  width: number;
  path: DrawnPath;
  source: SceneNode;
  target: SceneNode;
}

/** A view's graph as it lies in a picture. */
export interface Scene {
  size: Size;
  insets: Insets;
  framing: Framing;
  plain: boolean;
  /** The most important first. */
  nodes: readonly SceneNode[];
  edges: readonly SceneEdge[];
  /** Names of groups; `y` is the upper end of the topmost node. */
  titles: readonly (Position & { title: string })[];
}

export interface SceneOptions {
  graph: Graph;
  positions: Positions;
  view: Pick<View, 'size' | 'camera' | 'pins'>;
  looks?: Looks | undefined;
  size: Size;
  insets: Insets;
}

/** Where everything of a graph lies in a picture of a size, framed as the view says. */
export function sceneOf({ graph, positions, view, looks = {}, size, insets }: SceneOptions): Scene {
  const plain = graph.nodes.length + graph.edges.length > MOST_RICH;
  const placed = placesOf(graph, positions, view.pins);
  const titles = titlesOf(graph, placed, looks);
  const framing = view.camera
    ? fromView(view.camera, size, insets)
    : fitTo([...placed.values(), ...titlePoints(titles)], size, insets);
  const middle = {
    x: (size.width + insets.left - insets.right) / 2,
    y: (size.height + insets.top - insets.bottom) / 2,
  };
  const items = itemScale(framing.scale, plain);
  const degrees = degreesOf(graph);
  const shapes = shapesOf(graph.nodes);
  const nodes = graph.nodes.map((node): SceneNode => {
    const { key, attributes } = node;
    const { x, y } = placed.get(key) ?? { x: 0, y: 0 };
    const degree = degrees.get(key) ?? 0;
    return {
      key,
      node,
      degree,
      x: middle.x + (x - framing.x) * framing.scale,
      y: middle.y - (y - framing.y) * framing.scale,
      shape: looks.shapes?.get(key) ?? shapes.get(primaryLabel(attributes.labels)) ?? 'circle',
      radius: (looks.sizes?.get(key) ?? sizeOf(degree, view.size)) * items * (plain ? PLAIN_SIZE : 1),
      fill: looks.fills?.get(key),
    };
  });
  nodes.sort((a, b) => b.degree - a.degree || byText(a.key, b.key));
  const named = titles.map(({ title, x, y, radius }) => ({
    title,
    x: middle.x + (x - framing.x) * framing.scale,
    y: middle.y - (y - framing.y) * framing.scale - radius * items,
  }));
  return {
    size,
    insets,
    framing,
    plain,
    nodes,
    edges: edgesOf(graph, nodes, items, plain, looks),
    titles: named,
  };
}

function titlesOf(graph: Graph, placed: Positions, { groups, sizes }: Looks): GroupTitle[] {
  if (!groups) return [];
  const nodes = graph.nodes.map(({ key }) => ({
    key,
    ...(placed.get(key) ?? { x: 0, y: 0 }),
    radius: sizes?.get(key) ?? MOST_SIZE,
  }));
  return groupTitles(nodes, groups);
}

function placesOf(graph: Graph, positions: Positions, pins: View['pins']): Map<string, Position> {
  return new Map(
    graph.nodes.map(({ key }) => {
      const pin = pins && Object.hasOwn(pins, key) ? pins[key] : undefined;
      return [key, pin ? { x: pin[0], y: pin[1] } : (positions.get(key) ?? { x: 0, y: 0 })];
    }),
  );
}

function edgesOf(
  graph: Graph,
  nodes: readonly SceneNode[],
  items: number,
  plain: boolean,
  looks: Looks,
): SceneEdge[] {
  const byKey = new Map(nodes.map((node) => [node.key, node]));
  const edges = [...graph.edges].sort((a, b) => byText(a.key, b.key));
  const groups = new Map<string, GraphEdge[]>();
  for (const edge of edges) groups.set(pairOf(edge), [...(groups.get(pairOf(edge)) ?? []), edge]);
  for (const group of groups.values())
    group.sort((a, b) => Number(a.source > a.target) - Number(b.source > b.target));
  return edges.flatMap((edge) => {
    const [source, target] = [byKey.get(edge.source), byKey.get(edge.target)];
    if (!source || !target) return [];
    const group = groups.get(pairOf(edge)) ?? [edge];
    const look = edgeLook(edge.attributes, looks.widths?.get(edge.key));
    const path = plain && source !== target ? straight(source, target) : pathOf(source, target, edge, group);
    const width = plain ? 0.9 : Math.max(0.9, LINE * look.width * items);
    return [{ key: edge.key, edge, look, width, path, source, target }];
  });
}

/** What parallel and opposite edges have in common. */
function pairOf({ source, target }: GraphEdge): string {
  return JSON.stringify(source < target ? [source, target] : [target, source]);
}

function straight(from: SceneNode, to: SceneNode): DrawnPath {
  return { from, to, curvature: 0 };
}

/** Parallel edges lie evenly to both sides of the straight line; the loops of a node reach further out in turn. */
function pathOf(from: SceneNode, to: SceneNode, edge: GraphEdge, group: readonly GraphEdge[]): DrawnPath {
  const place = group.indexOf(edge);
  if (from === to) {
    const loop = (LOOP + place) * from.radius * reachOf(from.shape);
    return { from, to, curvature: 0, loop };
  }
  if (group.length === 1) return straight(from, to);
  const spread = (place - (group.length - 1) / 2) * SPREAD;
  return { from, to, curvature: from.key > to.key ? -spread : spread };
}
