import { boundsOf } from '../../geometry/bounds.ts';
import type { Position } from '../../geometry/position.ts';
import { boxAt, type Footprint } from '../../labels/footprint.ts';
import { pack } from '../arrange.ts';
import { settled } from '../centre-positions.ts';
import { networkOf, type Unlaid } from '../network.ts';
import { withoutCycles } from './acyclic.ts';
import { arcsOf } from './arcs.ts';
import { layersOf } from './layers.ts';
import { orderLayers } from './order.ts';
import { placeLayers } from './rows.ts';

/** Between the layers and those who are in none. */
const APART = 110;

/**
 * Positions of all nodes in layers (Sugiyama, Tagawa and Toda 1981): every edge along the given relationship types
 * leads from a higher to a lower layer, but for as few as a greedy choice turns round where they go in a circle.
 * Nodes without such an edge lie below. Written here, as the libraries there are draw a layer as wide as it is, where
 * labels can not be read any more, and take over a minute for 2,000 nodes.
 *
 * @param along Relationship types; all when undefined.
 */
export function layOutInLayers(graph: Unlaid, along?: readonly string[]): Map<string, Position> {
  const network = networkOf(graph);
  const { keys, footprints } = network;
  const arcs = withoutCycles(keys.length, arcsOf(graph, network, along));
  const linked = new Set(arcs.flatMap(({ from, to }) => [from, to]));
  const layer = layersOf(keys.length, arcs);
  const layers = orderLayers(layer, arcs).map((nodes) => nodes.filter((node) => linked.has(node)));
  const placed = linked.size > 0 ? placeLayers(layers, arcs, footprints) : new Map<number, Position>();
  const alone = [...keys.keys()].filter((node) => !linked.has(node));
  const below = linked.size > 0 ? boundsOf(placed.values()).bottom - APART : 0;
  const moves = pack(alone.map((node) => [boxAt(footprints[node] as Footprint, 0, 0)]));
  alone.forEach((node, at) => {
    const { x, y } = moves[at] ?? { x: 0, y: 0 };
    placed.set(node, { x, y: below + y - (footprints[node]?.drop ?? 0) });
  });
  const drop = (node: number) => footprints[node]?.drop ?? 0;
  return settled(
    keys,
    keys.map((_, node) => {
      const { x, y } = placed.get(node) ?? { x: 0, y: 0 };
      return { x, y: y + drop(node) };
    }),
  );
}
