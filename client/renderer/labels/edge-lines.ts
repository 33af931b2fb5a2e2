import { nearestEdge, type Segment, segmentsOf } from '../../../server/core/geometry/geometry.ts';
import type { Position } from '../../../server/core/geometry/position.ts';
import { type DrawnGraph, linesOf } from '../../../server/core/scene/build.ts';
import type { Scene } from '../sigma/scene.ts';

/** How far from a line a click still means it, in pixels. */
const REACH = 6;

/**
 * Finds the edge at or near a point.
 *
 * @returns Takes what stands while the picture does, and another after it has moved; undefined while it moves.
 */
export function createEdgeAt(graph: DrawnGraph) {
  let [of, pieces] = [undefined as object | undefined, undefined as Piece[] | undefined];
  return (scene: Scene | undefined, point: Position, rest: object | undefined): string | undefined => {
    if (!scene) return undefined;
    if (rest !== of || !pieces)
      pieces = linesOf(graph).map((key): Piece => [key, segmentsOf(scene.edge(key).path)]);
    of = rest ?? {};
    return nearestEdge(pieces, point, REACH);
  };
}

type Piece = readonly [edge: string, segments: readonly Segment[]];
