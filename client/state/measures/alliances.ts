import type { MeasureTask } from '../../../server/core/measures/signed-network.ts';
import { shownGraph } from '../../../server/core/picture/graph-index.ts';
import { asksAlliances } from '../../../server/core/picture/measures-asked-for.ts';
import { taskOfView } from '../../../server/core/picture/task-of-view.ts';
import { drawnView } from '../../../server/core/picture/usual-looks.ts';
import type { Close, ExplorerState, ExplorerStore } from '../store.ts';
import { startAhead } from './ahead.ts';
import type { Kept, MeasuresOfShown } from './measures.ts';
import { withoutAlliances } from './without-alliances.ts';

/** Loads the measures' code and gives measures of what a store shows, not yet taken; kept in it, or in a store of their own. */
export type OpenMeasures = (explorer: ExplorerStore, own?: Kept) => Promise<MeasuresOfShown>;

export interface Alliances {
  /** Measures the graph in the picture as the view asks. */
  measure: () => Promise<void>;
  cancel: () => void;
  /** Measures of their own beside these, for a task that starts from what the view asks; the caller closes them. */
  another: (more: Partial<MeasureTask>, own: Kept) => Promise<MeasuresOfShown>;
  close: Close;
}

/**
 * The measures of the graph in the picture, put into the store: taken when asked for, and by themselves where
 * the view draws or arranges nodes by what they find. Selecting something turns from them to its details.
 */
export function startAlliances(store: ExplorerStore, open: OpenMeasures): Alliances {
  let opening: Promise<MeasuresOfShown> | undefined;
  let opened: MeasuresOfShown | undefined;
  let [asked, closed] = [false, false];
  const stops: Close[] = [];
  const get = () => {
    opening ??= open(store).then((measures) => {
      opened = measures;
      stops.push(measures.close);
      measures.setTask(taskOfView(store.getState().view));
      stops.push(startAhead(store, measures));
      if (closed) for (const stop of stops) stop();
      return measures;
    });
    return opening;
  };
  const measure = async () => {
    const measures = await get();
    if (!closed) await measures.measure();
  };
  const keepUp = (state: ExplorerState, before: ExplorerState) => {
    if (state.view !== before.view) opened?.setTask(taskOfView(state.view));
    const { select } = state.view;
    if (state.reading === 'alliances' && select && select !== before.view.select)
      store.setState({ reading: 'details' });
  };
  const keepMeasured = (state: ExplorerState) => {
    if (!asksAlliances(drawnView(state)) || state.graph.state !== 'ready' || asked) return;
    const { alliances } = state;
    const current = alliances?.of === shownGraph(state) && !alliances.stale;
    if (current && alliances.report.state !== 'idle') return;
    asked = true;
    // Known in the same turn, so that the picture is not drawn without it in between.
    const known = opened?.recall();
    if (known) asked = false;
    else void measureAsked();
  };
  const measureAsked = async () => {
    const measures = await get();
    asked = false;
    if (!closed && asksAlliances(drawnView(store.getState()))) await measures.measure();
  };
  stops.push(store.react(keepUp), store.react(keepMeasured));
  keepMeasured(store.getState());
  return {
    measure,
    cancel: () => {
      const state = store.getState();
      const view = asksAlliances(state.view) ? state.view : drawnView(state);
      if (asksAlliances(view)) store.setState({ view: withoutAlliances(view) });
      void opening?.then((measures) => measures.cancel());
    },
    another: async (more, own) => {
      const measures = await open(store, own);
      measures.setTask({ ...taskOfView(store.getState().view), ...more });
      return measures;
    },
    close: () => {
      closed = true;
      for (const stop of stops) stop();
    },
  };
}
