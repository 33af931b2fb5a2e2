import type { ErrorDetail } from '../../../server/core/model/errors.ts';
import type { View } from '../../../server/core/view/view.ts';
import { searchToView, viewToSearch } from '../../../server/core/view/view-link.ts';
import { captionOf } from '../selection/captions.ts';
import type { Close, ExplorerStore } from '../store.ts';
import { stepName } from './step-name.ts';
import { change } from './view-changes.ts';
import { beginHistory, recordStep, redoName, replaceStep, undoName, walkTo } from './view-history.ts';

/** The address bar and its history, as far as a view needs them. */
export interface LinkPort {
  /** The search part of the address, with or without its question mark. */
  read: () => string;
  /** How many views of this page lie before the present one. */
  depth: () => number;
  /** What the step to the present view is called, where that is known. */
  name: () => string | undefined;
  push: (search: string, depth: number, name: string) => void;
  replace: (search: string, depth: number, name: string | undefined) => void;
  back: () => void;
  forward: () => void;
  /** Calls back when the reader walks the history. */
  onWalk: (walked: () => void) => Close;
}

/** How long the camera must rest before the link follows, in milliseconds. */
export const LINK_PAUSE = 250;
/** How long a browser may take to walk its history, in milliseconds. */
export const WALK_PAUSE = 500;

/** What of a view is a step that Back undoes: all but where the camera is and the colours. */
function step(view: View): string {
  return viewToSearch(change(view, { camera: undefined, theme: undefined, snapshot: undefined }));
}

/**
 * Keeps the link, the view and the named history of views equal: a change of what is shown is a new entry,
 * a move of the camera alters the present one. Undo and redo are the browser's own Back and Forward, so that
 * there is one history and not two. A browser keeps some fifty entries; of older ones the memory of the page
 * takes the place.
 *
 * @param walked Told after a walk by one step, with the name of the step that was taken back or done again.
 */
export function startLink(
  store: ExplorerStore,
  port: LinkPort,
  walked: (way: 'undone' | 'redone', name: string) => void = () => {},
): { undo: () => void; redo: () => void; close: Close } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let walking: ReturnType<typeof setTimeout> | undefined;
  let aim: number | undefined;
  let written = store.getState().view;
  store.setState({ history: beginHistory(written, port.depth(), port.name()) });
  const settle = (view: View) => {
    clearTimeout(timer);
    timer = undefined;
    written = view;
    const { history } = store.getState();
    port.replace(viewToSearch(view), port.depth(), history.entries[history.at]?.name);
    store.setState({ history: replaceStep(history, view) });
  };
  const unsubscribe = store.react((state, before) => {
    const { view, repairedView, playing } = state;
    // What is played is one step, taken when it stops.
    if (playing || view === written || (view === before.view && !before.playing)) return;
    const was = before.playing ? written : before.view;
    // Going back to the link as it was would only lead here again.
    if (view === repairedView) settle(view);
    else if (step(view) !== step(was)) {
      if (timer !== undefined) settle(was);
      const name = stepName(was, view, (key) => captionOf(before, key));
      port.push(viewToSearch(view), port.depth() + 1, name);
      written = view;
      store.setState(({ history }) => ({ history: recordStep(history, view, name) }));
    } else {
      clearTimeout(timer);
      timer = setTimeout(() => settle(store.getState().view), LINK_PAUSE);
    }
  });
  const arrive = (at: number, view: View, name: string | undefined, linkProblems: readonly ErrorDetail[]) => {
    clearTimeout(timer);
    timer = undefined;
    if (aim === undefined || aim === at) {
      clearTimeout(walking);
      aim = undefined;
    }
    written = view;
    const { history } = store.getState();
    const steps = at - history.at;
    const told = steps === -1 ? undoName(history) : steps === 1 ? redoName(history) : undefined;
    store.setState({ view, linkProblems, history: walkTo(history, at, view, name) });
    if (told) walked(steps < 0 ? 'undone' : 'redone', told);
  };
  const stopWalking = port.onWalk(() => {
    const { view, problems } = searchToView(port.read());
    arrive(port.depth(), view, port.name(), problems);
  });
  const walk = (by: -1 | 1) => {
    const { history } = store.getState();
    // Several steps may be asked for before the browser has gone the first.
    const to = (aim ?? history.at) + by;
    if (to < 0 || to >= history.entries.length) return;
    if (timer !== undefined) settle(store.getState().view);
    aim = to;
    const entry = store.getState().history.entries[to];
    clearTimeout(walking);
    const remember = () => {
      aim = undefined;
      if (!entry) return;
      port.replace(viewToSearch(entry.view), to, entry.name);
      arrive(to, entry.view, entry.name, []);
    };
    // Once more, as a walk that a busy page has not been told of yet comes before.
    walking = setTimeout(() => {
      walking = setTimeout(remember);
    }, WALK_PAUSE);
    if (by < 0) port.back();
    else port.forward();
  };
  return {
    undo: () => walk(-1),
    redo: () => walk(1),
    close: () => {
      unsubscribe();
      stopWalking();
      for (const waiting of [timer, walking]) clearTimeout(waiting);
    },
  };
}
