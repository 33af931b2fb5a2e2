import { boundsOf } from '../geometry/bounds.ts';
import type { Box } from '../geometry/box.ts';
import { Occupied } from '../geometry/occupied.ts';
import type { Position } from '../geometry/position.ts';
import { maxOf } from '../numbers/extremes.ts';

/** Width over height that pictures aim at: about that of a window less its panels. */
const ASPECT = 1.3;
const GAP = 24;
/** The corners of a picture, those where the eye arrives last first; and how many groups are put there at most. */
const [CORNERS, MOST_TUCKED] = [
  [
    [-1, -1],
    [1, -1],
    [1, 1],
    [-1, 1],
  ] as const,
  4,
];

/**
 * Turns positions so that they spread most along the x axis, scales them to an area and stretches them
 * a little towards landscape.
 */
export function landscape(positions: readonly Position[], area: number): Position[] {
  if (positions.length < 2) return positions.map(() => ({ x: 0, y: 0 }));
  const turned = turn(positions);
  const [width, height] = extent(turned);
  const stretch = Math.min(1.4, Math.max(0.75, Math.sqrt((ASPECT * height) / width)));
  const scale = Math.sqrt(area / Math.max(width * height, (width / 8) ** 2));
  return turned.map(({ x, y }) => ({ x: x * scale * stretch, y: (y * scale) / stretch }));
}

/** Rotates about the mean onto the principal axes (the eigenvectors of the covariance matrix). */
function turn(positions: readonly Position[]): Position[] {
  const mean = (of: (p: Position) => number) =>
    positions.reduce((sum, p) => sum + of(p), 0) / positions.length;
  const [meanX, meanY] = [mean((p) => p.x), mean((p) => p.y)];
  const centred = positions.map(({ x, y }) => ({ x: x - meanX, y: y - meanY }));
  const sum = (of: (p: Position) => number) => centred.reduce((total, p) => total + of(p), 0);
  const [xx, yy, xy] = [sum((p) => p.x * p.x), sum((p) => p.y * p.y), sum((p) => p.x * p.y)];
  const largest = (xx + yy + Math.sqrt((xx - yy) ** 2 + 4 * xy ** 2)) / 2;
  const [x, y] = Math.abs(xy) < 1e-9 ? (xx >= yy ? [1, 0] : [0, 1]) : [xy, largest - xx];
  const length = Math.sqrt(x * x + y * y);
  const [cos, sin] = [x / length, y / length];
  return centred.map((p) => ({ x: p.x * cos + p.y * sin, y: p.y * cos - p.x * sin }));
}

function extent(positions: readonly Position[]): [width: number, height: number] {
  const { left, right, bottom, top } = boundsOf(positions);
  return [Math.max(1, right - left), Math.max(1, top - bottom)];
}

/**
 * Lays groups of boxes side by side in rows, as wide as the widest group or as makes the whole a
 * landscape, so that what is unconnected stays near and overlaps nothing. What is small goes into corners of the
 * first group that nothing is in.
 *
 * @returns How far to move each group, in the same order.
 */
export function pack(groups: readonly (readonly Box[])[]): Position[] {
  const frames = groups.map(frameOf);
  const tucked = tuckedIn(groups[0] ?? [], frames);
  const rest = frames.filter((_, at) => !tucked.has(at));
  const area = rest.reduce((sum, frame) => sum + (frame.width + GAP) * (frame.height + GAP), 0);
  const most = maxOf(
    rest.map((frame) => frame.width),
    Math.sqrt(area * ASPECT),
  );
  const rows: Box[][] = [];
  let [used, row] = [Infinity, [] as Box[]];
  for (const frame of rest) {
    if (used + GAP + frame.width > most) {
      row = [];
      rows.push(row);
      used = -GAP;
    }
    row.push(frame);
    used += GAP + frame.width;
  }
  const moves = place(rows);
  const first = moves[0] ?? { x: 0, y: 0 };
  return frames.map((_, at) => {
    const move = tucked.get(at);
    return move ? { x: move.x + first.x, y: move.y + first.y } : (moves.shift() as Position);
  });
}

/** How far to move each group that has room in a corner of the first. */
function tuckedIn(first: readonly Box[], frames: readonly Box[]): Map<number, Position> {
  const moves = new Map<number, Position>();
  const [whole, ...others] = frames;
  if (!whole || others.length > MOST_TUCKED) return moves;
  const taken = new Occupied(60, first);
  others.forEach((frame, at) => {
    for (const [right, up] of CORNERS) {
      const x = whole.x + (right * (whole.width - frame.width)) / 2;
      const y = whole.y + (up * (whole.height - frame.height)) / 2;
      const room = { x, y, width: frame.width + 2 * GAP, height: frame.height + 2 * GAP };
      if (frame.width > whole.width / 3 || !taken.isFree(room)) continue;
      taken.add({ ...frame, x, y });
      moves.set(at + 1, { x: x - frame.x, y: y - frame.y });
      return;
    }
  });
  return moves;
}

function place(rows: readonly Box[][]): Position[] {
  const moves: Position[] = [];
  let top = 0;
  for (const row of rows) {
    const height = maxOf(row.map((frame) => frame.height));
    let left = -(row.reduce((sum, frame) => sum + frame.width + GAP, 0) - GAP) / 2;
    for (const frame of row) {
      moves.push({ x: left + frame.width / 2 - frame.x, y: top - frame.height / 2 - frame.y });
      left += frame.width + GAP;
    }
    top -= height + GAP;
  }
  return moves;
}

function frameOf(boxes: readonly Box[]): Box {
  let [left, right, bottom, top] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const box of boxes) {
    left = Math.min(left, box.x - box.width / 2);
    right = Math.max(right, box.x + box.width / 2);
    bottom = Math.min(bottom, box.y - box.height / 2);
    top = Math.max(top, box.y + box.height / 2);
  }
  return { x: (left + right) / 2, y: (bottom + top) / 2, width: right - left, height: top - bottom };
}
