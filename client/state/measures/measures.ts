import { createStore, type StoreApi } from 'zustand/vanilla';
import { explain } from '../../api.ts';
import type { MeasureTask } from '../../graph/measures/tasks.ts';
import { shownGraph } from '../graph-index.ts';
import type { Close, ExplorerStore, MeasuresState } from '../store.ts';
import type { MeasureRun, RunMeasures } from './run-measures.ts';

export interface MeasuresOfShown {
  store: StoreApi<MeasuresState>;
  /** Measures the graph that is shown; what runs already is cancelled. */
  measure(): Promise<void>;
  /** Changes the task; the report stays, as stale, until it is measured anew. */
  setTask(change: Partial<MeasureTask>): void;
  cancel(): void;
  close: Close;
}

/** The measures of the graph that is shown, taken when asked for. */
export function createMeasures(explorer: ExplorerStore, run: RunMeasures): MeasuresOfShown {
  const store = createStore<MeasuresState>()(() => ({
    task: { network: 'direct' },
    report: { state: 'idle' },
    bounds: undefined,
    stale: false,
  }));
  let running: MeasureRun | undefined;
  const stop = () => {
    running?.cancel();
    running = undefined;
  };
  const outdate = () => store.getState().report.state !== 'idle' && store.setState({ stale: true });
  const unsubscribe = explorer.subscribe((state, before) => {
    if (shownGraph(state) !== shownGraph(before)) outdate();
  });
  return {
    store,
    measure: async () => {
      stop();
      const of = shownGraph(explorer.getState());
      store.setState({
        of,
        by: store.getState().task,
        report: { state: 'loading' },
        bounds: undefined,
        stale: false,
      });
      const mine = run(of, store.getState().task, (bounds) => store.setState({ bounds }));
      running = mine;
      try {
        const value = await mine.result;
        if (running === mine) store.setState({ report: { state: 'ready', value } });
      } catch (cause) {
        if (running === mine) store.setState({ report: { state: 'failed', ...explain(cause) } });
      }
    },
    setTask: (change) => {
      store.setState(({ task }) => ({ task: { ...task, ...change } }));
      outdate();
    },
    cancel: () => {
      stop();
      store.setState({ report: { state: 'idle' }, bounds: undefined });
    },
    close: () => {
      stop();
      unsubscribe();
    },
  };
}
