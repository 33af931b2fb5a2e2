import { type Framing, fitTo, fromView, type Insets, itemScale, type Size } from '../geometry/frame.ts';
import type { DrawnPath } from '../geometry/geometry.ts';
import type { Position, Positions } from '../geometry/position.ts';
import { type GroupTitle, groupTitles, titlePoints } from '../labels/group-titles.ts';
import { dashesOf, type EdgeLook, primaryLabel, reachOf, shapesOf } from '../looks/look.ts';
import type { Looks } from '../looks/looks.ts';
import { degreesOf, MOST_SIZE, sizeOf } from '../looks/sizes.ts';
import { isPlain, LEAST_LINE, LIFT, lineWidth, nodeScale, type Raised } from '../looks/weights.ts';
import type { Graph, GraphEdge, GraphNode } from '../model/graph.ts';
import type { Shape } from '../model/style.ts';
import { byText } from '../numbers/random.ts';
import { type DrawnLine, drawnLines, pathOf, reachedBy } from '../scene/bends.ts';
import { opacityOf } from '../scene/density.ts';
import { type Emphasis, emphasisOf } from '../scene/emphasis.ts';
import type { View } from '../view/view.ts';

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
  type: string;
  edge: GraphEdge;
  look: EdgeLook;
  raised: Raised;
  /** In pixels. */
  width: number;
  /** Strokes and gaps in turn, in pixels, counted from the tip; none of an unbroken line. */
  dashes: readonly number[];
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
  /** Of the lines that are neither selected nor in emphasis. */
  opacity: number;
  textSize: View['textSize'];
  /** The most important first. */
  nodes: readonly SceneNode[];
  edges: readonly SceneEdge[];
  /** Names of groups; `y` is the upper end of the topmost node. */
  titles: readonly (Position & { title: string })[];
  /** What is in emphasis because it is selected; undefined where nothing is. */
  emphasis: Emphasis | undefined;
}

export interface SceneOptions {
  graph: Graph;
  positions: Positions;
  view: Pick<View, 'size' | 'camera' | 'pins' | 'select' | 'textSize'>;
  looks?: Looks | undefined;
  size: Size;
  insets: Insets;
}

/** Where everything of a graph lies in a picture of a size, framed as the view says. */
export function sceneOf(options: SceneOptions): Scene {
  const { graph, view, looks = {}, size, insets } = options;
  const plain = isPlain(graph);
  const placed = placesOf(options);
  const titles = titlesOf(graph, placed, looks);
  const degrees = degreesOf(graph);
  const shapes = shapesOf(graph);
  const marks = new Map(
    graph.nodes.map(({ key, attributes }) => {
      const shape = looks.shapes?.get(key) ?? shapes.get(primaryLabel(attributes.labels)) ?? 'circle';
      return [key, { shape, size: looks.sizes?.get(key) ?? sizeOf(degrees.get(key) ?? 0, view.size) }];
    }),
  );
  const lines = drawnLines(graph.edges, looks);
  const bent = (scale: number) => {
    const ends = graph.edges.flatMap(({ key, source, target }) => {
      const [from, to, bend, mark] = [
        placed.get(source),
        placed.get(target),
        lines.get(key),
        marks.get(source),
      ];
      return from && to && bend && mark ? [{ from, to, bend, radius: mark.size * reachOf(mark.shape) }] : [];
    });
    return reachedBy(ends, nodeScale(scale, plain) / scale);
  };
  const framing = view.camera
    ? fromView(view.camera, size, insets)
    : fitTo([...placed.values(), ...titlePoints(titles)], size, insets, plain ? undefined : bent);
  const middle = {
    x: (size.width + insets.left - insets.right) / 2,
    y: (size.height + insets.top - insets.bottom) / 2,
  };
  const [items, radii] = [itemScale(framing.scale, plain), nodeScale(framing.scale, plain)];
  const keys = new Set(graph.nodes.map(({ key }) => key));
  const emphasis = emphasisOf(view.select ?? [], (key) => keys.has(key), graph.edges);
  const nodes = graph.nodes.map((node): SceneNode => {
    const { key } = node;
    const mark = marks.get(key) ?? { shape: 'circle', size: 0 };
    const { x, y } = placed.get(key) ?? { x: 0, y: 0 };
    const degree = degrees.get(key) ?? 0;
    return {
      key,
      node,
      degree,
      shape: mark.shape,
      x: middle.x + (x - framing.x) * framing.scale,
      y: middle.y - (y - framing.y) * framing.scale,
      radius: mark.size * radii,
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
    opacity: opacityOf(graph, placed),
    textSize: view.textSize,
    nodes,
    edges: edgesOf(options, lines, nodes, items, plain, emphasis),
    titles: named,
    emphasis,
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

/** Whether the lines of a picture are paler as they are dense. */
export function isDense(options: Pick<SceneOptions, 'graph' | 'positions' | 'view'>): boolean {
  return opacityOf(options.graph, placesOf(options)) < 1;
}

function placesOf({
  graph,
  positions,
  view: { pins },
}: Pick<SceneOptions, 'graph' | 'positions' | 'view'>): Map<string, Position> {
  return new Map(
    graph.nodes.map(({ key }) => {
      const pin = pins && Object.hasOwn(pins, key) ? pins[key] : undefined;
      return [key, pin ? { x: pin[0], y: pin[1] } : (positions.get(key) ?? { x: 0, y: 0 })];
    }),
  );
}

function edgesOf(
  { graph, view }: SceneOptions,
  lines: ReadonlyMap<string, DrawnLine>,
  nodes: readonly SceneNode[],
  items: number,
  plain: boolean,
  emphasis: Emphasis | undefined,
): SceneEdge[] {
  const byKey = new Map(nodes.map((node) => [node.key, node]));
  const chosen = new Set(view.select);
  return [...graph.edges]
    .sort((a, b) => byText(a.key, b.key))
    .flatMap((edge) => {
      const { key } = edge;
      const [source, target] = [byKey.get(edge.source), byKey.get(edge.target)];
      const line = lines.get(key);
      const selected = chosen.has(key);
      if (!source || !target || !line || (line.band === 0 && !plain && !selected)) return [];
      const { band, ...apart } = line;
      const look: EdgeLook = band && !plain ? line : apart;
      const inEmphasis = emphasis?.edges.has(key) ?? false;
      const raised = { plain, selected, raised: selected || inEmphasis, lift: inEmphasis ? LIFT.usual : 0 };
      const width = Math.max(LEAST_LINE, lineWidth(look, raised) * items);
      const dashes = plain ? [] : dashesOf(look.pattern, items);
      const reach = source.radius * reachOf(source.shape);
      const path = pathOf(source, target, line, reach, plain);
      return [{ key, type: edge.attributes.type, edge, look, raised, width, dashes, path, source, target }];
    });
}
