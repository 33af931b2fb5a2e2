import type { Box } from './box.ts';
import type { Position } from './position.ts';

/** A straight piece of an edge: x and y of its ends. */
export type Segment = readonly [number, number, number, number];

/** An edge as it is drawn on the canvas, in pixels, y downwards. */
export interface DrawnPath {
  from: Position;
  to: Position;
  /** How far the control point is off the middle, as a share of the length, to the left of the way. */
  curvature: number;
  /** For a self loop: how far its tip is from the node's middle. */
  loop?: number;
}

/** The point of an edge's line at a share of its way, 0 to 1. A quadratic Bézier curve, or a loop. */
export function pointOn(path: DrawnPath, share: number): Position {
  if (path.loop !== undefined) return pointOnLoop(path.from, path.loop, share);
  const { from, to, curvature } = path;
  // The renderer's perpendicular is to the left with y upwards, so with y downwards it is the other one.
  const control = {
    x: (from.x + to.x) / 2 + (to.y - from.y) * curvature,
    y: (from.y + to.y) / 2 - (to.x - from.x) * curvature,
  };
  const [a, b, c] = [(1 - share) ** 2, 2 * share * (1 - share), share ** 2];
  return { x: a * from.x + b * control.x + c * to.x, y: a * from.y + b * control.y + c * to.y };
}

/** Half the opening of a loop, and where its tip is: to the upper right. In radians. */
export const LOOP_SPREAD = (40 * Math.PI) / 180;
export const LOOP_ANGLE = Math.PI / 4;
/** How far the control points of a loop are, as a multiple of how far its tip is. */
export const LOOP_REACH = 1 / (0.75 * Math.cos(LOOP_SPREAD));

function pointOnLoop(node: Position, radius: number, share: number): Position {
  const reach = radius * LOOP_REACH;
  const weights = [3 * share * (1 - share) ** 2, 3 * share ** 2 * (1 - share)] as const;
  const angles = [LOOP_ANGLE - LOOP_SPREAD, LOOP_ANGLE + LOOP_SPREAD] as const;
  return {
    x: node.x + reach * (weights[0] * Math.cos(angles[0]) + weights[1] * Math.cos(angles[1])),
    y: node.y - reach * (weights[0] * Math.sin(angles[0]) + weights[1] * Math.sin(angles[1])),
  };
}

/** The control points of an edge's line as a Bézier curve: two of a straight line, three of a curve, four of a loop. */
export function controlsOf(path: DrawnPath): Position[] {
  const { from, to, curvature, loop } = path;
  if (loop !== undefined) {
    const reach = loop * LOOP_REACH;
    const at = (angle: number) => ({
      x: from.x + reach * Math.cos(angle),
      y: from.y - reach * Math.sin(angle),
    });
    return [from, at(LOOP_ANGLE - LOOP_SPREAD), at(LOOP_ANGLE + LOOP_SPREAD), from];
  }
  if (curvature === 0) return [from, to];
  const x = (from.x + to.x) / 2 + (to.y - from.y) * curvature;
  const y = (from.y + to.y) / 2 - (to.x - from.x) * curvature;
  return [from, { x, y }, to];
}

/** A straight piece through the middle of an edge's line, along it. */
export function middleOf(path: DrawnPath, length: number): Segment {
  const [before, at, after] = [0.48, 0.5, 0.52].map((share) => pointOn(path, share)) as [
    Position,
    Position,
    Position,
  ];
  const far = Math.hypot(after.x - before.x, after.y - before.y) || 1;
  const [x, y] = [after.x - before.x, after.y - before.y].map((way) => (way / far) * (length / 2)) as [
    number,
    number,
  ];
  return [at.x - x, at.y - y, at.x + x, at.y + y];
}

/** An edge's line as straight pieces, in pixels. */
export function segmentsOf(path: DrawnPath): Segment[] {
  if (path.loop === undefined && path.curvature === 0) {
    return [[path.from.x, path.from.y, path.to.x, path.to.y]];
  }
  const bend = path.loop ?? path.curvature * Math.hypot(path.to.x - path.from.x, path.to.y - path.from.y);
  // So many that none is half a pixel off.
  const pieces = Math.max(6, Math.ceil(Math.sqrt(Math.abs(bend))));
  return Array.from({ length: pieces }, (_, at) => {
    const [from, to] = [pointOn(path, at / pieces), pointOn(path, (at + 1) / pieces)];
    return [from.x, from.y, to.x, to.y] as const;
  });
}

/** The edge, of some drawn as straight pieces, that is nearest to a point and within a reach of it. */
export function nearestEdge(
  edges: Iterable<readonly [key: string, pieces: readonly Segment[]]>,
  point: Position,
  reach: number,
): string | undefined {
  let [nearest, least] = [undefined as string | undefined, reach];
  for (const [key, pieces] of edges) {
    for (const piece of pieces) {
      const distance = distanceTo(point, piece);
      if (distance < least) [nearest, least] = [key, distance];
    }
  }
  return nearest;
}

/** How far a point is from a straight piece. */
export function distanceTo(point: Position, [fromX, fromY, toX, toY]: Segment): number {
  const [dx, dy] = [toX - fromX, toY - fromY];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : ((point.x - fromX) * dx + (point.y - fromY) * dy) / length;
  const share = Math.min(1, Math.max(0, along));
  return Math.hypot(fromX + share * dx - point.x, fromY + share * dy - point.y);
}

/** Whether a straight line touches a box: neither beside it nor wholly on one side of the line (separating axes). */
export function crosses(piece: Segment, box: Box): boolean {
  const dx = piece[2] - piece[0];
  const dy = piece[3] - piece[1];
  const right = box.x - piece[0];
  const low = box.y - piece[1];
  if (Math.abs(dx - 2 * right) > Math.abs(dx) + box.width) return false;
  if (Math.abs(dy - 2 * low) > Math.abs(dy) + box.height) return false;
  return 2 * Math.abs(dx * low - dy * right) <= Math.abs(dx) * box.height + Math.abs(dy) * box.width;
}
