import { nodeMeasure } from '../measures/registry.ts';
import type { Graph } from '../model/graph.ts';
import { groupingOf } from './groups.ts';
import type { PictureState } from './state.ts';

/**
 * The graph in which the groups of a layout are found, so that filters hide nodes and move none: all there is, else
 * all that is loaded. Undefined while it is on its way.
 */
export function groupedGraph({ base, graph, whole }: PictureState): Graph | undefined {
  if (base?.state === 'ready') return base.value;
  if (base?.state === 'loading' || graph.state !== 'ready') return undefined;
  return whole ?? graph.value;
}

/** The graph that a measure of nodes is taken in: what is shown, unless nodes are arranged by it. */
export function measuredGraph(state: PictureState, shown: Graph, name: string): Graph | undefined {
  const measure = nodeMeasure(name);
  const isOfGroups = measure?.takes === 'network' && measure.groupTitle !== undefined;
  return isOfGroups || name === groupingOf(state.view) ? groupedGraph(state) : shown;
}
