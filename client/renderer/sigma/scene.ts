import type { Box } from '../../../server/core/geometry/box.ts';
import { itemScale, type Size } from '../../../server/core/geometry/frame.ts';
import type { Position } from '../../../server/core/geometry/position.ts';
import type { GroupTitle } from '../../../server/core/labels/group-titles.ts';
import type { Mark } from '../../../server/core/labels/label-sides.ts';
import type { NamedEdge } from '../../../server/core/labels/write-names.ts';
import { reachOf } from '../../../server/core/looks/look.ts';
import { LEAST_LINE, lineWidth, nodeScale } from '../../../server/core/looks/weights.ts';
import { pathOf, reachedBy } from '../../../server/core/scene/bends.ts';
import type { DrawnGraph } from '../../../server/core/scene/build.ts';
import type { Picture } from './picture.ts';

/** A node on the canvas: its middle and the radius of its circle in pixels, y downwards. */
export type SeenNode = Mark;

/** An edge on the canvas. */
export type SeenEdge = NamedEdge;

/** How far beyond the rim a node may still be seen, in pixels. */
const NEAR = 40;

/** What is on the canvas at this moment, in pixels. */
export interface Scene {
  size: Size;
  /** The part that no overlay covers. */
  free: Box;
  /** Controls that lie over the free part. */
  controls: readonly Box[];
  scale: number;
  /** Nodes on the canvas, or so near that their marks reach into it, by key; the most important first. */
  nodes: ReadonlyMap<string, SeenNode>;
  /** Names of groups; `y` is the upper end of the topmost node. */
  titles: readonly (Position & { title: string })[];
  edge(key: string): SeenEdge;
}

interface ReadOptions extends Pick<Scene, 'scale' | 'free' | 'controls'> {
  plain: boolean;
  titles: readonly GroupTitle[];
}

/**
 * Reads the scene off the picture.
 *
 * @param order Keys of all nodes, the most important first.
 */
export function readScene(
  picture: Picture,
  order: readonly string[],
  { scale, free, controls, plain, titles }: ReadOptions,
): Scene {
  const graph = picture.getGraph() as DrawnGraph;
  const size = picture.getDimensions();
  const [items, radii] = [itemScale(scale, plain), nodeScale(scale, plain)];
  const nodes = new Map<string, SeenNode>();
  for (const key of order) {
    const { x, y, size: radius, shape } = graph.getNodeAttributes(key);
    const at = picture.graphToViewport({ x, y });
    if (Math.max(-at.x, -at.y, at.x - size.width, at.y - size.height) > NEAR) continue;
    nodes.set(key, { key, x: at.x, y: at.y, radius: radius * radii, shape });
  }
  const named = titles.map(({ title, x, y, radius }) => {
    const at = picture.graphToViewport({ x, y });
    return { title, x: at.x, y: at.y - radius * items };
  });
  return {
    size,
    free,
    controls,
    scale,
    nodes,
    titles: named,
    edge: (key) => edgeIn(picture, graph, key, scale, plain),
  };
}

function edgeIn(picture: Picture, graph: DrawnGraph, key: string, scale: number, plain: boolean): SeenEdge {
  const [from, to] = graph.extremities(key).map((end) => {
    const { x, y, size, shape } = graph.getNodeAttributes(end);
    const at = picture.graphToViewport({ x, y });
    return { key: end, ...at, radius: size * nodeScale(scale, plain), shape };
  }) as [Mark, Mark];
  const look = graph.getEdgeAttributes(key);
  const raised = { plain, selected: false, raised: false };
  return {
    key,
    type: look.type,
    look,
    path: pathOf(from, to, look, from.radius * reachOf(from.shape), plain),
    target: to,
    width: Math.max(LEAST_LINE, lineWidth(look, raised) * itemScale(scale, plain)),
  };
}

/** What the bent lines of a graph reach at a scale, in layout units. */
export function bentLines(graph: DrawnGraph, scale: number): Position[] {
  const lines = graph.mapEdges((_, bend, _source, _target, from, to) => ({
    ...{ from, to, bend },
    radius: from.size * reachOf(from.shape),
  }));
  return reachedBy(lines, nodeScale(scale, false) / scale);
}
