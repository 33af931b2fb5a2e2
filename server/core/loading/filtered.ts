import type { Graph } from '../model/graph.ts';
import { filterGraph } from '../view/filter-graph.ts';

/** How many parts of a graph are kept: what is shown, what was before, and what somebody points at. */
const KEPT = 4;

const parts = new WeakMap<Graph, Map<string, Graph>>();

/**
 * The part of a whole graph that passes filters, as {@link filterGraph} finds it; the same for the same filters while it
 * is among the last few asked for. What a filter would leave is told before it is set, and a filter is often taken back.
 *
 * @param whole An unfiltered graph that no limit has cut.
 * @param filters Without a focus.
 */
export function filteredOf(whole: Graph, filters: Parameters<typeof filterGraph>[1]): Graph {
  const known = parts.get(whole) ?? new Map<string, Graph>();
  parts.set(whole, known);
  const name = JSON.stringify(filters);
  const part = known.get(name) ?? filterGraph(whole, filters);
  // Those asked for last stand last.
  known.delete(name);
  known.set(name, part);
  const [oldest] = known.keys();
  if (known.size > KEPT && oldest !== undefined) known.delete(oldest);
  return part;
}
