import type { MeasureTask } from '../../graph/measures/tasks.ts';
import { shownGraph } from '../graph-index.ts';
import type { Close, ExplorerState, ExplorerStore } from '../store.ts';
import { asksAlliances, withoutAlliances } from './asks.ts';
import type { MeasuresOfShown } from './measures.ts';
import { sameTask, taskOfView } from './task-of-view.ts';

/** Loads the measures' code and gives measures of what a store shows, not yet taken. */
export type OpenMeasures = (store: ExplorerStore) => Promise<MeasuresOfShown>;

export interface Alliances {
  /** Measures the graph in the picture as the view asks. */
  measure: () => Promise<void>;
  cancel: () => void;
  /** Measures of their own beside these, for a task that starts from what the view asks; the caller closes them. */
  another: (more: Partial<MeasureTask>) => Promise<MeasuresOfShown>;
  close: Close;
}

/**
 * The measures of the graph in the picture, put into the store: taken when asked for, and by themselves where
 * the view draws or arranges nodes by what they find. Selecting something turns from them to its details.
 */
export function startAlliances(store: ExplorerStore, open: OpenMeasures): Alliances {
  let opened: Promise<MeasuresOfShown> | undefined;
  let closed = false;
  const get = () => {
    opened ??= open(store).then((measures) => {
      measures.store.subscribe((alliances) => store.setState({ alliances }));
      measures.setTask(taskOfView(store.getState().view));
      return measures;
    });
    return opened;
  };
  const measure = async () => {
    const measures = await get();
    if (!closed) await measures.measure();
  };
  const keepUp = (state: ExplorerState, before: ExplorerState) => {
    if (state.alliances && !sameTask(state.view, before.view))
      void get().then((measures) => measures.setTask(taskOfView(store.getState().view)));
    const { select } = state.view;
    if (state.reading === 'alliances' && select && select !== before.view.select)
      store.setState({ reading: 'details' });
  };
  let asked = false;
  const keepMeasured = (state: ExplorerState) => {
    if (!asksAlliances(state.view) || state.graph.state !== 'ready' || asked) return;
    const { alliances } = state;
    const current = alliances?.of === shownGraph(state) && !alliances.stale;
    if (current && alliances.report.state !== 'idle') return;
    asked = true;
    // The task follows the view in a turn of its own.
    queueMicrotask(() => {
      asked = false;
      if (!closed && asksAlliances(store.getState().view)) void measure();
    });
  };
  const stops = [store.subscribe(keepUp), store.subscribe(keepMeasured)];
  keepMeasured(store.getState());
  return {
    measure,
    cancel: () => {
      const { view } = store.getState();
      if (asksAlliances(view)) store.setState({ view: withoutAlliances(view) });
      void opened?.then((measures) => measures.cancel());
    },
    another: async (more) => {
      const measures = await open(store);
      measures.setTask({ ...taskOfView(store.getState().view), ...more });
      return measures;
    },
    close: () => {
      closed = true;
      for (const stop of stops) stop();
      void opened?.then((measures) => measures.close());
    },
  };
}
