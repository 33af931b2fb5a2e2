import type { Graph } from '../model/graph.ts';
import { type AskGraph, graphQuery, startsEmpty } from './compose/graph-query.ts';
import { emptyGraph } from './merge-graphs.ts';
import type { View } from './view.ts';

/**
 * Puts the graph of a view together out of graphs that are asked for: its filters and focus, and what is added,
 * expanded and revealed by hand, the code for which is fetched when it is first needed. Paths are asked for apart.
 *
 * @param snapshot The snapshot id of the data.
 */
export async function composeView(view: View, ask: AskGraph, snapshot: string): Promise<Graph> {
  const base = startsEmpty(view) ? Promise.resolve(emptyGraph(snapshot)) : ask(graphQuery(view));
  if (!(view.expand || view.expandBy || view.add || view.reveal)) return base;
  // Whoever waits for the rest hears of its fault too.
  base.catch(() => {});
  const { withAdditions } = await import('./compose/additions.ts');
  return withAdditions(view, base, ask);
}
