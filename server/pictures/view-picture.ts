import { nameOf } from '../../client/graph/arrangement.ts';
import { measure } from '../../client/graph/centrality.ts';
import { layOutAny } from '../../client/graph/lay-out-any.ts';
import type { PictureLooks } from '../../client/graph/looks.ts';
import { runTask } from '../../client/graph/measures/tasks.ts';
import { placeNewNodes } from '../../client/graph/place-new-nodes.ts';
import { arrangementOf } from '../../client/state/arrangement.ts';
import { MOST_BASE } from '../../client/state/base-graph.ts';
import { measuredOf, measuresOf } from '../../client/state/centralities.ts';
import { createComposer } from '../../client/state/compose.ts';
import { shownGraph } from '../../client/state/graph-index.ts';
import { looking } from '../../client/state/looking.ts';
import { asksAlliances } from '../../client/state/measures/asks.ts';
import { taskOfView } from '../../client/state/measures/task-of-view.ts';
import { nodeLooks } from '../../client/state/node-looks.ts';
import type { MeasuresState } from '../../client/state/store.ts';
import { readFiltered } from '../api/graph.ts';
import type { Graph } from '../contract/graph.ts';
import { routes } from '../contract/routes.ts';
import type { View } from '../contract/view.ts';
import { mergeGraphs } from '../contract/views/merge-graphs.ts';
import { pathQuery } from '../contract/views/path-query.ts';
import { readPaths } from '../graph/paths.ts';
import type { Reader } from '../graph/service.ts';

/** What a view shows, and where. */
export interface ShownView {
  graph: Graph;
  positions: ReadonlyMap<string, { x: number; y: number }>;
  looks: PictureLooks;
  /** The whole of a small database, else what the view shows. */
  base: Graph;
}

/**
 * Reads what views show, as the explorer does: a small database is laid out whole, so that views show parts of one
 * picture.
 */
export function createViewReader(reader: Reader, rowLimit: number) {
  const { snapshot } = reader.context;
  const read = (query: object) => {
    const { limit = rowLimit, ...filters } = routes.graph.query.parse(defined(query));
    return readFiltered(reader, filters, limit);
  };
  const compose = createComposer((async (_: 'graph', options: { query?: object } = {}) =>
    read(options.query ?? {})) as unknown as Parameters<typeof createComposer>[0]);
  const never = new AbortController().signal;
  const layouts = new Map<string, ShownView['positions']>();
  let whole: Promise<Graph> | undefined;
  return async (view: View): Promise<ShownView> => {
    const composed = await compose(view, snapshot, snapshot, never);
    const path = pathQuery(view);
    const loaded = path ? mergeGraphs(composed, [(await readPaths(reader, path)).graph]) : composed;
    whole ??= read({});
    const all = await whole;
    const base = all.nodes.length <= MOST_BASE && !all.attributes.truncated ? all : loaded;
    const graph = shownGraph({ graph: { state: 'ready', value: loaded }, view });
    const state = {
      graph: { state: 'ready', value: loaded },
      base: { state: 'ready', value: base },
      view,
      looking,
      measurements: measured(graph, view),
      alliances: asksAlliances(view) ? await alliancesOf(graph, view) : undefined,
    } as const;
    const arrangement = arrangementOf(state) ?? {};
    const name = `${nameOf(arrangement)} ${base === all ? '' : JSON.stringify(view)}`;
    const laid = layouts.get(name) ?? (await layOutAny(base, arrangement));
    layouts.set(name, laid);
    const missing = loaded.nodes.some(({ key }) => !laid.has(key));
    const positions = missing ? placeNewNodes(laid, loaded, view.seed, arrangement.groups) : laid;
    return { graph, positions, looks: nodeLooks(state), base };
  };
}

/** The measures of alliances, as the explorer has them in its state. */
async function alliancesOf(graph: Graph, view: View): Promise<MeasuresState> {
  const task = taskOfView(view);
  const value = await runTask(graph, task);
  return { task, by: task, of: graph, report: { state: 'ready', value }, bounds: undefined, stale: false };
}

function measured(graph: Graph, view: View) {
  const of = measuredOf(graph);
  return Object.fromEntries(
    measuresOf(view).map((name) => {
      const values = measure(of, name);
      const value = new Map(of.keys.map((key, at) => [key, values[at] ?? 0]));
      return [name, { of: graph, found: { state: 'ready' as const, value }, done: 1 }];
    }),
  );
}

function defined(query: object): object {
  return Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined));
}
