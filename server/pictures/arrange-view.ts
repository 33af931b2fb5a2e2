import { nameOf } from '../core/layout/arrangement.ts';
import { layOutAny } from '../core/layout/lay-out-any.ts';
import { placeNewNodes } from '../core/layout/place-new-nodes.ts';
import type { PictureLooks } from '../core/looks/looks.ts';
import { measuredOf } from '../core/measures/centralities.ts';
import { measure } from '../core/measures/centrality.ts';
import { runTask } from '../core/measures/tasks.ts';
import type { Graph } from '../core/model/graph.ts';
import { arrangementOf } from '../core/picture/arrangement.ts';
import { asksAlliances } from '../core/picture/asks.ts';
import { nodeLooks } from '../core/picture/find-looks.ts';
import { shownGraph } from '../core/picture/graph-index.ts';
import { groupingOf } from '../core/picture/groups.ts';
import { measuresOf } from '../core/picture/measures-asked.ts';
import type { MeasuresState } from '../core/picture/state.ts';
import { taskOfView } from '../core/picture/task-of-view.ts';
import type { View } from '../core/view/view.ts';
import type { ReadView } from './read-view.ts';

/** At most this many layouts are kept, those longest made going first. */
const MOST_LAYOUTS = 32;

/** What a view shows, and where. */
export interface ArrangedView {
  graph: Graph;
  positions: ReadonlyMap<string, { x: number; y: number }>;
  looks: PictureLooks;
}

/**
 * Lays views out as the explorer does: a small database whole, so that views show parts of one picture. Views of one
 * state of the data share what they have in common.
 */
export function createArranger(): (read: ReadView) => Promise<ArrangedView> {
  const layouts = new Map<string, ArrangedView['positions']>();
  return async ({ view, loaded, base, isWhole }) => {
    const graph = shownGraph({ graph: { state: 'ready', value: loaded }, view });
    const state = {
      graph: { state: 'ready', value: loaded },
      base: { state: 'ready', value: base },
      view,
      measurements: measured(graph, base, view),
      alliances: asksAlliances(view) ? await alliancesOf(graph, view) : undefined,
    } as const;
    const arrangement = arrangementOf(state) ?? {};
    const name = `${nameOf(arrangement)} ${isWhole ? '' : JSON.stringify(view)}`;
    const laid = layouts.get(name) ?? (await layOutAny(base, arrangement));
    layouts.set(name, laid);
    for (const oldest of [...layouts.keys()].slice(0, -MOST_LAYOUTS)) layouts.delete(oldest);
    const missing = loaded.nodes.some(({ key }) => !laid.has(key));
    const positions = missing ? placeNewNodes(laid, loaded, view.seed, arrangement.groups) : laid;
    return { graph, positions, looks: nodeLooks(state) };
  };
}

/** The measures of alliances, as the explorer has them in its state. */
async function alliancesOf(graph: Graph, view: View): Promise<MeasuresState> {
  const task = taskOfView(view);
  const value = await runTask(graph, task);
  return { task, by: task, of: graph, report: { state: 'ready', value }, bounds: undefined, stale: false };
}

/** As the explorer measures: what is shown, but all there is by what nodes are arranged by. */
function measured(shown: Graph, base: Graph, view: View) {
  return Object.fromEntries(
    measuresOf(view).map((name) => {
      const graph = name === groupingOf(view) ? base : shown;
      const of = measuredOf(graph);
      const values = measure(of, name);
      const value = new Map(of.keys.map((key, at) => [key, values[at] ?? 0]));
      return [name, { of: graph, found: { state: 'ready' as const, value }, done: 1 }];
    }),
  );
}
