import { measuredOf } from '../../../server/core/measures/nodes/network.ts';
import type { NodeMeasureId } from '../../../server/core/measures/registry.ts';
import type { Graph } from '../../../server/core/model/graph.ts';
import { shownGraph } from '../../../server/core/picture/graph-index.ts';
import { measuredGraph } from '../../../server/core/picture/grouped-graph.ts';
import { MEASURED, measuresOf } from '../../../server/core/picture/measures-asked-for.ts';
import type { Measurement } from '../../../server/core/picture/state.ts';
import { drawnView } from '../../../server/core/picture/usual-looks.ts';
import { explain, isAbort } from '../../api.ts';
import type { MeasureNodes } from '../../workers/measure-nodes.ts';
import type { Close, ExplorerState, ExplorerStore } from '../store.ts';

/**
 * Measures the graph in the picture by whatever the view draws by, anew when the graph is another one; and all there
 * is by what nodes are arranged by.
 */
export function startNodeMeasures(store: ExplorerStore, measure: MeasureNodes): Close {
  const running = new Map<NodeMeasureId, AbortController>();
  const put = (name: NodeMeasureId, measurement: Measurement | undefined) =>
    store.setState(({ measurements }) => ({ measurements: { ...measurements, [name]: measurement } }));
  const stop = (name: NodeMeasureId) => {
    running.get(name)?.abort();
    running.delete(name);
  };
  const start = async (name: NodeMeasureId, graph: Graph) => {
    stop(name);
    const mine = new AbortController();
    running.set(name, mine);
    put(name, { of: graph, found: { state: 'loading' }, done: 0 });
    const current = () => !mine.signal.aborted;
    const progress = (done: number) =>
      current() && put(name, { of: graph, found: { state: 'loading' }, done });
    try {
      const values = await measure(measuredOf(graph), name, progress, mine.signal);
      const value = new Map(graph.nodes.map(({ key }, at) => [key, values[at] ?? 0]));
      if (current()) put(name, { of: graph, found: { state: 'ready', value }, done: 1 });
    } catch (cause) {
      if (current() && !isAbort(cause))
        put(name, { of: graph, found: { state: 'failed', ...explain(cause) }, done: 0 });
    } finally {
      if (current()) running.delete(name);
    }
  };
  const keepUp = (state: ExplorerState) => {
    if (state.graph.state !== 'ready') return;
    const shown = shownGraph(state);
    const wanted = measuresOf(drawnView(state));
    for (const name of MEASURED) {
      const known = state.measurements[name];
      const graph = measuredGraph(state, shown, name);
      if (!wanted.includes(name)) {
        if (running.has(name)) {
          stop(name);
          put(name, undefined);
        }
      } else if (graph && known?.of !== graph) void start(name, graph);
    }
  };
  const unsubscribe = store.react(keepUp);
  keepUp(store.getState());
  return () => {
    unsubscribe();
    for (const name of running.keys()) stop(name);
  };
}
