import type { Position } from '../../../server/core/geometry/position.ts';
import { distanceToShape } from '../../../server/core/looks/hit.ts';
import { reachOf } from '../../../server/core/looks/look.ts';
import type { DrawnGraph } from '../../../server/core/scene/build.ts';

/** By how much a pointer may miss a node, in pixels. */
const MISS = 4;

/**
 * The node that is drawn at a point, the nearest middle first.
 *
 * @param at The point in layout units.
 * @param scale Pixels per layout unit of places.
 * @param itemScale Pixels per layout unit of radii.
 */
export function nodeUnder(
  graph: DrawnGraph,
  at: Position,
  scale: number,
  itemScale: number,
): string | undefined {
  let [best, least] = [undefined as string | undefined, Infinity];
  graph.forEachNode((key, node) => {
    const [right, down] = [(at.x - node.x) * scale, (node.y - at.y) * scale];
    const distance = Math.hypot(right, down);
    const radius = node.size * itemScale;
    if (distance >= least || distance > radius * reachOf(node.shape) + MISS) return;
    if (distanceToShape(node.shape, right / radius, down / radius) * radius > MISS) return;
    [best, least] = [key, distance];
  });
  return best;
}
