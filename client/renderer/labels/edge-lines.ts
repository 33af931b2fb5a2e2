import { nearestEdge, type Segment, segmentsOf } from '../../../server/core/geometry/geometry.ts';
import type { Position } from '../../../server/core/geometry/position.ts';
import type { DrawnGraph } from '../../../server/core/scene/build.ts';
import type { Scene } from '../sigma/scene.ts';

/** How far from a line a click still means it, in pixels. */
const REACH = 6;

/** The lines of edges as pieces, which the nearest to a point is looked for in. */
export function createEdgeLines(graph: DrawnGraph) {
  let [of, pieces] = [undefined as object | undefined, undefined as Piece[] | undefined];
  return {
    /**
     * The edge at or near a point.
     *
     * @param rest What stands while the picture does, and another after it has moved; undefined while it moves.
     */
    nearest(scene: Scene | undefined, point: Position, rest: object | undefined): string | undefined {
      if (!scene) return undefined;
      if (rest !== of) [of, pieces] = [rest, undefined];
      const now = pieces ?? graph.mapEdges((key): Piece => [key, segmentsOf(scene.edge(key).path)]);
      // Good until the picture moves.
      if (rest) pieces = now;
      return nearestEdge(now, point, REACH);
    },
  };
}

type Piece = readonly [edge: string, segments: readonly Segment[]];
