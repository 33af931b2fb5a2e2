import type { Graph } from '../model/graph.ts';
import type { Shape } from '../model/style.ts';
import { byText } from '../numbers/random.ts';
import { SHAPES } from './look.ts';
import { type NodeValues, restTitle } from './node-looks.ts';

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

/** Shapes by value, the most frequent first. */
export function shapesBy(
  { nodes }: Graph,
  values: NodeValues,
  named: (value: number | string) => string,
): NodeShapes {
  const counts = new Map<number | string, number>();
  for (const { key } of nodes) {
    const value = values.get(key);
    if (value !== undefined) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  const kept = [...counts]
    .sort((a, b) => b[1] - a[1] || byText(String(a[0]), String(b[0])))
    .slice(0, MOST_SHAPES);
  const shapeOf = new Map(kept.map(([value], at) => [value, SHAPES[at] ?? REST]));
  const rows = kept.map(([value, count]) => ({
    shape: shapeOf.get(value) ?? REST,
    title: named(value),
    count,
  }));
  const rest = nodes.length - rows.reduce((sum, { count }) => sum + count, 0);
  const none = nodes.filter(({ key }) => !values.has(key)).length;
  return {
    shapes: new Map(nodes.map(({ key }) => [key, shapeOf.get(values.get(key) ?? Number.NaN) ?? REST])),
    shapeKey: rest > 0 ? [...rows, { shape: REST, title: restTitle(rest - none, none), count: rest }] : rows,
  };
}
