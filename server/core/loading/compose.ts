import { spanOf } from '../model/dates.ts';
import type { Graph } from '../model/graph.ts';
import { type AskGraph, type GraphQuery, graphQuery } from '../view/compose/graph-query.ts';
import { composeView } from '../view/compose-view.ts';
import type { View } from '../view/view.ts';
import { filteredOf } from './filtered.ts';

/** What of a view says which nodes and edges are loaded for it. */
export function composition(view: View) {
  const { start, add, expand, expandBy, reveal } = view;
  return { ...graphQuery(view), start, add, expand, expandBy, reveal };
}

/**
 * Puts the graph of a view together out of what the server gives. What was loaded for the view before is
 * not asked for again, so that a step costs no more than what it brings.
 */
export function createComposer(read: (query: GraphQuery, signal: AbortSignal) => Promise<Graph>) {
  let [known, of] = [new Map<string, Graph>(), ''];
  let everything: { of: string; graph: Graph } | undefined;
  const wholeOf = (data: string) => (everything?.of === data ? everything.graph : undefined);
  /**
   * @param data What tells one state of the data from another.
   * @param snapshot The snapshot id of the data.
   */
  return async (view: View, data: string, snapshot: string, signal: AbortSignal): Promise<Graph> => {
    const before = of === data ? known : new Map<string, Graph>();
    const used = new Map<string, Graph>();
    const whole = wholeOf(data);
    const ask: AskGraph = async (query) => {
      // What the server would refuse, it is to refuse in its own words.
      if (whole && !query.focus && !isBackwards(query)) return filteredOf(whole, query);
      const name = JSON.stringify(query);
      const graph = before.get(name) ?? (await read(query, signal));
      if (isWhole(query, graph)) everything = { of: data, graph };
      used.set(name, graph);
      return graph;
    };
    const graph = await composeView(view, ask, snapshot);
    [known, of] = [used, data];
    return graph;
  };
}

/** Whether a range ends before it begins. */
function isBackwards({ from, to }: GraphQuery): boolean {
  return from !== undefined && to !== undefined && spanOf(from).first > spanOf(to).last;
}

/** Whether an answer is all there is, so that filters need not be asked for. */
function isWhole(filters: GraphQuery, { attributes }: Graph): boolean {
  return !attributes.truncated && Object.values(filters).every((filter) => filter === undefined);
}
