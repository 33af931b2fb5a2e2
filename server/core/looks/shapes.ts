import type { Shape } from '../model/style.ts';
import { maxOf } from '../numbers/extremes.ts';

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

/** How far a shape's corners reach beyond the radius of a circle of the same weight. */
export function reachOf(shape: Shape): number {
  return maxOf(
    (cornersOf(shape) ?? []).map(([x, y]) => Math.hypot(x, y)),
    1,
  );
}

/**
 * The corners of a shape of radius 1, clockwise; undefined for the circle, which has none. For the legend's
 * drawings and the canvas.
 */
export function cornersOf(shape: Shape): readonly Corner[] | undefined {
  return shape === 'circle' ? undefined : CORNERS[shape];
}

/** How far a shape reaches from its middle, as shares of its radius. */
export interface Extent {
  up: number;
  down: number;
  side: number;
}

/** How far a shape reaches: the corners of a triangle are further off than the rim of a circle, its foot is nearer. */
export function extentOf(shape: Shape): Extent {
  return EXTENTS[shape];
}

const EXTENTS = Object.fromEntries(
  ['circle', ...Object.keys(CORNERS)].map((shape): [string, Extent] => {
    const corners = cornersOf(shape as Shape) ?? [
      [1, 1],
      [-1, -1],
    ];
    const reach = (far: (corner: Corner) => number) => maxOf(corners.map(far));
    return [
      shape,
      { up: reach(([, y]) => -y), down: reach(([, y]) => y), side: reach(([x]) => Math.abs(x)) },
    ];
  }),
) as Record<Shape, Extent>;
