import type { DrawnPath } from '../geometry/geometry.ts';
import type { Position } from '../geometry/position.ts';
import { byText } from '../numbers/random.ts';

/** How much neighbouring parallel edges differ in curvature; how far the tip of a first loop is, and each next one further, in radii. */
const [SPREAD, LOOP, NEXT_LOOP] = [0.22, 2, 0.5];

/** How an edge leaves the straight line between its ends. */
export interface Bend {
  /** As of a {@link DrawnPath}. */
  curvature: number;
  /** Of a self loop: how far its tip is from the node's middle, as a multiple of the node's radius; else 0. */
  loop: number;
}

export const STRAIGHT: Bend = { curvature: 0, loop: 0 };

type Ends = { key: string; source: string; target: string };

/**
 * The bend of every edge that is not straight: parallel and opposite edges lie evenly to both sides of the straight
 * line, in the order of their keys; the loops of a node reach further out in turn.
 */
export function bendsOf(edges: readonly Ends[]): ReadonlyMap<string, Bend> {
  const groups = new Map<string, Ends[]>();
  for (const edge of edges) {
    const pair = JSON.stringify([edge.source, edge.target].sort(byText));
    const group = groups.get(pair);
    if (group) group.push(edge);
    else groups.set(pair, [edge]);
  }
  const bends = new Map<string, Bend>();
  for (const group of groups.values()) {
    if (group.length === 1 && group[0]?.source !== group[0]?.target) continue;
    // Those that lead the same way lie side by side.
    group.sort((a, b) => Number(a.source > a.target) - Number(b.source > b.target) || byText(a.key, b.key));
    group.forEach((edge, place) => {
      const spread = (place - (group.length - 1) / 2) * SPREAD;
      const isLoop = edge.source === edge.target;
      bends.set(edge.key, {
        curvature: isLoop ? 0 : edge.source > edge.target ? -spread : spread,
        loop: isLoop ? LOOP + NEXT_LOOP * place : 0,
      });
    });
  }
  return bends;
}

/**
 * The line of an edge in a picture; in a plain one only loops are bent.
 *
 * @param radius Of the node that a loop is at, in pixels, to its farthest corner.
 */
export function pathOf(
  from: Position,
  to: Position,
  { curvature, loop }: Bend,
  radius: number,
  plain: boolean,
): DrawnPath {
  if (loop > 0) return { from, to, curvature: 0, loop: loop * radius };
  return { from, to, curvature: plain ? 0 : curvature };
}
