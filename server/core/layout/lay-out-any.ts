import type { Position } from '../geometry/position.ts';
import type { Arrangement } from './arrangement.ts';
import { layOut } from './layout.ts';
import type { Unlaid } from './network.ts';

/**
 * Positions of all nodes of a graph in any layout, in layout units (pixels at natural size, y upwards): the same for
 * the same graph and arrangement on every machine. What not every picture needs is loaded when it is.
 *
 * @param progress Called now and then with how much is done, from 0 to 1.
 */
export async function layOutAny(
  graph: Unlaid,
  { layout, seed, along, groups }: Arrangement,
  progress: (done: number) => void = () => {},
): Promise<Map<string, Position>> {
  if (graph.nodes.length === 0) return new Map();
  if (layout === 'hierarchy') {
    const { layOutInLayers } = await import('./levels/lay-out.ts');
    return layOutInLayers(graph, along);
  }
  if (layout === 'groups') {
    const { layOutGroups } = await import('./lay-out-groups.ts');
    return layOutGroups(graph, groups ?? new Map(), seed, progress);
  }
  return layOut(graph, seed === undefined ? { layout } : { layout, seed }, progress);
}
