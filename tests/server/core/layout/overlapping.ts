import { overlap } from '../../../../server/core/geometry/box.ts';
import { boxAt, type Footprint } from '../../../../server/core/labels/footprint.ts';
import { networkOf } from '../../../../server/core/layout/network.ts';
import type { Graph } from '../../../../server/core/model/graph.ts';

/** Pairs of nodes whose room, label included, is not their own. */
export function overlapping(
  graph: Graph,
  positions: ReadonlyMap<string, { x: number; y: number }>,
): string[] {
  const { keys, footprints } = networkOf(graph);
  const boxes = keys.map((key, at) => {
    const { x, y } = positions.get(key) ?? { x: Number.NaN, y: Number.NaN };
    const footprint = footprints[at] as Footprint;
    // Positions are rounded to a hundredth.
    return boxAt({ ...footprint, width: footprint.width - 0.1, height: footprint.height - 0.1 }, x, y);
  });
  return boxes.flatMap((box, at) =>
    boxes
      .slice(at + 1)
      .flatMap((other, next) => (overlap(box, other) ? [`${keys[at]}/${keys[at + 1 + next]}`] : [])),
  );
}
