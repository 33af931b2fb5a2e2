import { createStore, type StoreApi } from 'zustand/vanilla';
import type { MeasureReport } from '../../../server/core/measures/report.ts';
import type { MeasureTask } from '../../../server/core/measures/signed-network.ts';
import type { Graph } from '../../../server/core/model/graph.ts';
import { shownGraph } from '../../../server/core/picture/graph-index.ts';
import type { MeasuresState } from '../../../server/core/picture/state.ts';
import { explain } from '../../api.ts';
import type { RunMeasures } from '../../workers/run-measures.ts';
import type { Close, ExplorerStore } from '../store.ts';
import { createRemembered } from './remembered.ts';

/** Where measures keep what they find: a part of the explorer's state, or a store of their own. */
export type Kept = Pick<StoreApi<MeasuresState>, 'getState' | 'setState'>;

const UNMEASURED: MeasuresState = {
  task: { network: 'direct' },
  report: { state: 'idle' },
  bounds: undefined,
  stale: false,
};

export const createMeasuresStore = () => createStore<MeasuresState>()(() => UNMEASURED);

/** The explorer's own measures of alliances. */
export function alliancesOf(explorer: ExplorerStore): Kept {
  const getState = () => explorer.getState().alliances ?? UNMEASURED;
  return {
    getState,
    setState: (change) => {
      const next = typeof change === 'function' ? change(getState()) : change;
      explorer.setState({ alliances: { ...getState(), ...next } });
    },
  };
}

export interface MeasuresOfShown {
  /** Measures the graph that is shown; what runs already is cancelled. */
  measure(): Promise<void>;
  /** Gives at once what is known of the graph that is shown, measured before as the task says; whether it is. */
  recall(): boolean;
  /**
   * Measures another graph, to be known when it is shown; what fails is told then. Undefined where it is
   * known or too big to be kept.
   */
  foresee(graph: Graph, signal: AbortSignal): Promise<void> | undefined;
  /** Sets the task; the report stays, as stale, until it is measured anew. */
  setTask(task: MeasureTask): void;
  cancel(): void;
  close: Close;
}

/**
 * The measures of the graph that is shown, taken when asked for.
 *
 * @param store Where they are kept.
 * @param runner Takes them; it is closed with them.
 */
export function createMeasures(
  explorer: ExplorerStore,
  store: Kept,
  { run, close = () => {} }: { run: RunMeasures; close?: Close },
): MeasuresOfShown {
  const remembered = createRemembered();
  let running: AbortController | undefined;
  const stop = () => {
    running?.abort();
    running = undefined;
  };
  const shown = () => shownGraph(explorer.getState());
  const outdate = () => {
    const { report, of, by, task, stale } = store.getState();
    const now = report.state !== 'idle' && (of !== shown() || JSON.stringify(by) !== JSON.stringify(task));
    if (now !== stale) store.setState({ stale: now });
  };
  const unsubscribe = explorer.react(outdate);
  const begin = (report: MeasuresState['report']) =>
    store.setState({ of: shown(), by: store.getState().task, report, bounds: undefined, stale: false });
  return {
    measure: async () => {
      stop();
      begin({ state: 'loading' });
      const { task, of = shown() } = store.getState();
      const mine = new AbortController();
      running = mine;
      try {
        const value = await run(of, task, (bounds) => store.setState({ bounds }), mine.signal);
        remembered.keep(of, task, value);
        if (running === mine) store.setState({ report: { state: 'ready', value } });
      } catch (cause) {
        if (running === mine) store.setState({ report: { state: 'failed', ...explain(cause) } });
      }
    },
    recall: () => {
      const value = remembered.find(shown(), store.getState().task);
      if (!value) return false;
      stop();
      begin({ state: 'ready', value });
      return true;
    },
    foresee: (graph, signal) => {
      const { task } = store.getState();
      if (!remembered.takes(graph) || remembered.find(graph, task)) return undefined;
      const keep = (report: MeasureReport) => remembered.keep(graph, task, report);
      return run(graph, task, () => {}, signal).then(keep, () => {});
    },
    setTask: (task) => {
      if (JSON.stringify(task) === JSON.stringify(store.getState().task)) return;
      store.setState({ task });
      outdate();
    },
    cancel: () => {
      stop();
      store.setState({ report: { state: 'idle' }, bounds: undefined, stale: false });
    },
    close: () => {
      stop();
      unsubscribe();
      close();
    },
  };
}
