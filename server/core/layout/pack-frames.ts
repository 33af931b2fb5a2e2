import { boundsOf } from '../geometry/bounds.ts';
import type { Box } from '../geometry/box.ts';
import type { Position } from '../geometry/position.ts';

/** Width over height of what is packed: about that of a window less its panels. */
const ASPECT = 1.35;
/** Widths that are tried, as shares of the side of a square of the same area. */
const TRIED = [0.7, 0.85, 1, 1.15, 1.3, 1.5, 1.7, 2, 2.4, 3];

/**
 * Lays some few frames side by side, the highest first, in the rows that a window shows largest; low ones stand on
 * each other beside a high one.
 *
 * @returns How far to move each, in the same order.
 */
export function packFrames(frames: readonly Box[]): Position[] {
  const side = Math.sqrt(frames.reduce((area, { width, height }) => area + width * height, 0));
  const widest = frames.reduce((most, { width }) => Math.max(most, width), 0);
  let [best, least] = [[] as Position[], Infinity];
  for (const share of TRIED) {
    const moves = inRows(frames, Math.max(widest, share * side));
    const { left, right, bottom, top } = boundsOf(frames.flatMap((frame, at) => corners(frame, moves[at])));
    const room = Math.max((right - left) / ASPECT, top - bottom);
    if (room < least) [best, least] = [moves, room];
  }
  return best;
}

function corners({ x, y, width, height }: Box, move: Position = { x: 0, y: 0 }): Position[] {
  return [-0.5, 0.5].map((share) => ({ x: x + move.x + share * width, y: y + move.y + share * height }));
}

function inRows(frames: readonly Box[], most: number): Position[] {
  const order = [...frames.keys()].sort(
    (a, b) => (frames[b]?.height ?? 0) - (frames[a]?.height ?? 0) || a - b,
  );
  const moves: Position[] = [];
  const row = { top: 0, height: 0 };
  const column = { left: 0, width: 0, height: 0 };
  for (const at of order) {
    const frame = frames[at] as Box;
    if (column.height + frame.height > row.height + 1e-6) {
      Object.assign(column, { left: column.left + column.width, width: 0, height: 0 });
      if (column.left + frame.width > most + 1e-6 || row.height === 0) {
        Object.assign(row, { top: row.top - row.height, height: frame.height });
        column.left = 0;
      }
    }
    const left = column.left + frame.width / 2;
    moves[at] = { x: left - frame.x, y: row.top - column.height - frame.height / 2 - frame.y };
    column.width = Math.max(column.width, frame.width);
    column.height += frame.height;
  }
  return moves;
}
