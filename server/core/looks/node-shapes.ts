import type { Graph } from '../model/graph.ts';
import type { Shape } from '../model/style.ts';
import { SHAPES } from './look.ts';
import { type NodeValues, ranked, restTitle } from './node-looks.ts';

/** One row of what shapes mean. */
export interface ShapeRow {
  shape: Shape;
  title: string;
  /** How many nodes have it. */
  count: number;
}

/** Shapes of nodes by key, and what they mean. */
export interface NodeShapes {
  shapes: ReadonlyMap<string, Shape>;
  shapeKey: readonly ShapeRow[];
}

/** The shape of what is left over or has no value. */
const REST = SHAPES.at(-1) as Shape;
/** At most this many values have a shape of their own. */
export const MOST_SHAPES = SHAPES.length - 1;

/**
 * Shapes by value, the most frequent first.
 *
 * @param values Also those of nodes that are not in the graph, as for colours.
 * @param areGroups Whether values are groups that are numbered.
 */
export function shapesBy(
  { nodes }: Graph,
  values: NodeValues,
  named: (value: number | string) => string,
  areGroups = false,
): NodeShapes {
  const kept = ranked(values.values(), areGroups).slice(0, MOST_SHAPES);
  const shapeOf = new Map(kept.map((value, at) => [value, SHAPES[at] ?? REST]));
  const counts = new Map<number | string | undefined, number>();
  for (const { key } of nodes) counts.set(values.get(key), (counts.get(values.get(key)) ?? 0) + 1);
  const rows = kept.flatMap((value) => {
    const count = counts.get(value);
    return count ? [{ shape: shapeOf.get(value) ?? REST, title: named(value), count }] : [];
  });
  const rest = nodes.length - rows.reduce((sum, { count }) => sum + count, 0);
  const none = counts.get(undefined) ?? 0;
  return {
    shapes: new Map(nodes.map(({ key }) => [key, shapeOf.get(values.get(key) ?? Number.NaN) ?? REST])),
    shapeKey: rest > 0 ? [...rows, { shape: REST, title: restTitle(rest - none, none), count: rest }] : rows,
  };
}
