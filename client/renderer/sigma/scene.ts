import { type Box, overlap } from '../../../server/core/geometry/box.ts';
import { itemScale, type Size } from '../../../server/core/geometry/frame.ts';
import { type DrawnPath, pointOn, segmentsOf } from '../../../server/core/geometry/geometry.ts';
import type { Position } from '../../../server/core/geometry/position.ts';
import type { GroupTitle } from '../../../server/core/labels/group-titles.ts';
import { nodeBox } from '../../../server/core/labels/label-sides.ts';
import type { Line } from '../../../server/core/labels/place-labels.ts';
import { extentOf, reachOf } from '../../../server/core/looks/look.ts';
import type { Extent } from '../../../server/core/looks/shapes.ts';
import type { DrawnGraph } from '../../../server/core/scene/build.ts';
import type { Picture } from './picture.ts';

/** Side of the mark of a contested claim at natural size, in pixels. */
const MARK = 13;
/** Marks would hide the picture at a smaller scale than this. */
const LEAST_MARKED = 0.4;

/** A node on the canvas: its middle and the radius of its circle in pixels, y downwards. */
export interface SeenNode extends Position {
  key: string;
  radius: number;
  extent: Extent;
}

/** What is on the canvas at this moment, in pixels. */
export interface Scene {
  size: Size;
  /** The part that no overlay covers. */
  free: Box;
  /** Controls that lie over the free part. */
  controls: readonly Box[];
  scale: number;
  /** Nodes on the canvas by key, the most important first. */
  nodes: ReadonlyMap<string, SeenNode>;
  /** Names of groups; `y` is the upper end of the topmost node. */
  titles: readonly (Position & { title: string })[];
  pathOf(edge: string): DrawnPath;
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
  const items = itemScale(scale, plain);
  const nodes = new Map<string, SeenNode>();
  for (const key of order) {
    const { x, y, size: radius, shape } = graph.getNodeAttributes(key);
    const at = picture.graphToViewport({ x, y });
    if (at.x < 0 || at.y < 0 || at.x > size.width || at.y > size.height) continue;
    nodes.set(key, { key, x: at.x, y: at.y, radius: radius * items, extent: extentOf(shape) });
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
    pathOf: (edge) => pathOf(picture, graph, edge, items),
  };
}

function pathOf(picture: Picture, graph: DrawnGraph, edge: string, items: number): DrawnPath {
  const [source, target] = graph.extremities(edge);
  const from = graph.getNodeAttributes(source);
  const to = graph.getNodeAttributes(target);
  const shown = picture.getEdgeDisplayData(edge) as { curvature?: number; loopRadius?: number } | undefined;
  const path: DrawnPath = {
    from: picture.graphToViewport(from),
    to: picture.graphToViewport(to),
    curvature: shown?.curvature ?? 0,
  };
  if (source === target) path.loop = (shown?.loopRadius ?? 4) * from.size * reachOf(from.shape) * items;
  return path;
}

/** Where the marks of contested edges lie that touch no node. */
export function marksOf(scene: Scene, contested: readonly string[]): (Box & { key: string })[] {
  if (scene.scale < LEAST_MARKED) return [];
  const side = MARK * Math.min(1.4, itemScale(scene.scale, false));
  const nodes = [...scene.nodes.values()].map(nodeBox);
  return contested.flatMap((key) => {
    const { x, y } = pointOn(scene.pathOf(key), 0.5);
    const box = { key, x, y, width: side, height: side };
    return nodes.some((node) => overlap(node, box)) ? [] : [box];
  });
}

/** How much worse it is to write over a line that carries a sign than over another. */
const SIGNED_WEIGHT = 2.5;

/** All lines of the scene in straight pieces. */
export function linesOf(scene: Scene, graph: DrawnGraph, edges: readonly string[]): Line[] {
  return edges.flatMap((edge) => {
    const weight = graph.getEdgeAttribute(edge, 'colour').startsWith('neutral') ? 1 : SIGNED_WEIGHT;
    return segmentsOf(scene.pathOf(edge)).map((piece) => ({ piece, weight }));
  });
}
