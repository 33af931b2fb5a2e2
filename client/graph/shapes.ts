import type { Shape } from '../../server/contract/style.ts';

/** A corner as [x, y], y downwards. */
export type Corner = readonly [number, number];

/**
 * Corners all round at one distance after the other, the first at a share of a turn from the top. Distances
 * give every shape about the area of the unit circle, so that none looks more important.
 */
function round(corners: number, distances: readonly number[], turn = 0): Corner[] {
  return Array.from({ length: corners }, (_, at) => {
    const angle = 2 * Math.PI * (at / corners + turn);
    const distance = distances[at % distances.length] ?? 1;
    return [distance * Math.sin(angle), -distance * Math.cos(angle)] as const;
  });
}

/** Upright, like a sheet of paper. */
const PAGE = { x: 0.72, y: 1.1 };
/** Half the width of a cross's arms, and how far they reach. */
const ARM = { half: 0.42, end: 1.2 };

const CORNERS: Readonly<Record<Exclude<Shape, 'circle'>, readonly Corner[]>> = {
  square: round(4, [1.25], 0.125),
  diamond: round(4, [1.3]),
  triangle: round(3, [1.45]),
  wedge: round(3, [1.45], 0.5),
  pentagon: round(5, [1.16]),
  hexagon: round(6, [1.1], 1 / 12),
  star: round(10, [1.55, 0.68]),
  page: [
    [-PAGE.x, -PAGE.y],
    [PAGE.x, -PAGE.y],
    [PAGE.x, PAGE.y],
    [-PAGE.x, PAGE.y],
  ],
  cross: [0, 1, 2, 3].flatMap((arm) =>
    (
      [
        [-ARM.half, -ARM.end],
        [ARM.half, -ARM.end],
        [ARM.half, -ARM.half],
      ] as const
    ).map((corner) => turned(corner, arm)),
  ),
};

/** Turned clockwise by quarters. */
function turned([x, y]: Corner, quarters: number): Corner {
  if (quarters === 0) return [x, y];
  return turned([-y, x], quarters - 1);
}

/** How many times a shape repeats all round, mirrored each time about an axis, the first a share of a turn from the top. */
const SYMMETRY: Readonly<Record<Exclude<Shape, 'circle'>, { sectors: number; turn: number }>> = {
  square: { sectors: 4, turn: 0.125 },
  diamond: { sectors: 4, turn: 0 },
  triangle: { sectors: 3, turn: 0 },
  wedge: { sectors: 3, turn: 0.5 },
  pentagon: { sectors: 5, turn: 0 },
  hexagon: { sectors: 6, turn: 1 / 12 },
  star: { sectors: 5, turn: 0 },
  page: { sectors: 2, turn: 0 },
  cross: { sectors: 4, turn: 0 },
};

/** The part of a shape's outline that all the rest repeats. */
export interface Profile {
  sectors: number;
  /** The axis of the first sector, in radians clockwise from the top. */
  angle: number;
  /** From the axis to the border of half a sector, as [along the axis, off it]. */
  points: readonly Corner[];
}

/** The profile of a shape with corners. */
export function profileOf(shape: Exclude<Shape, 'circle'>): Profile {
  const { sectors, turn } = SYMMETRY[shape];
  const angle = 2 * Math.PI * turn;
  const corners = CORNERS[shape].map(([x, y]): Corner => {
    const [sin, cos] = [Math.sin(angle), Math.cos(angle)];
    return [x * sin - y * cos, x * cos + y * sin];
  });
  const half = Math.PI / sectors;
  const between = corners
    .filter(([x, y]) => Math.atan2(y, x) > 1e-6 && Math.atan2(y, x) < half - 1e-6)
    .sort(([x, y], [otherX, otherY]) => Math.atan2(y, x) - Math.atan2(otherY, otherX));
  return { sectors, angle, points: [outlineAt(corners, 0), ...between, outlineAt(corners, half)] };
}

/** Where a ray from the middle meets the outline; the ray's angle is from the first axis. */
function outlineAt(corners: readonly Corner[], angle: number): Corner {
  const [x, y] = [Math.cos(angle), Math.sin(angle)];
  for (const [at, [fromX, fromY]] of corners.entries()) {
    const [toX, toY] = corners[(at + 1) % corners.length] ?? [0, 0];
    const [dx, dy] = [toX - fromX, toY - fromY];
    const turning = x * dy - y * dx;
    if (Math.abs(turning) < 1e-9) continue;
    const [distance, share] = [(fromX * dy - fromY * dx) / turning, (fromX * y - fromY * x) / turning];
    if (distance > 0 && share > -1e-9 && share < 1 + 1e-9) return [distance * x, distance * y];
  }
  return [0, 0];
}

/** How far a shape's corners reach beyond the radius of a circle of the same weight. */
export function reachOf(shape: Shape): number {
  return Math.max(1, ...(cornersOf(shape) ?? []).map(([x, y]) => Math.hypot(x, y)));
}

/**
 * The corners of a shape of radius 1, clockwise; undefined for the circle, which has none. For the legend's
 * drawings and the canvas.
 */
export function cornersOf(shape: Shape): readonly Corner[] | undefined {
  return shape === 'circle' ? undefined : CORNERS[shape];
}
