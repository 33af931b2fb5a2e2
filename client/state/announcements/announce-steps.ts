import { capital } from '../../../server/core/words/words.ts';
import type { ViewHistory } from '../link/view-history.ts';
import type { ExplorerState, ExplorerStore } from '../store.ts';
import { whatIsShown } from './announce.ts';

/** Tells what undo or redo has just done, and how much is shown once it is. */
export function announceWalk(store: ExplorerStore, way: 'undone' | 'redone', name: string): void {
  const words = `${capital(way)}: ${name}.`;
  const { view, refreshing } = store.getState();
  const say = (state: ExplorerState) => store.setState({ announcement: `${words} ${whatIsShown(state)}` });
  if (!refreshing) {
    say(store.getState());
    return;
  }
  store.setState({ announcement: words });
  const stop = store.react((state) => {
    if (state.refreshing && state.view === view) return;
    stop();
    if (state.view === view) say(state);
  });
}

/** The step that was just recorded; a story says its steps itself. */
export function whatIsDone(
  now: ViewHistory,
  before: ViewHistory,
  { view }: ExplorerState,
): string | undefined {
  const recorded = now.at === before.at + 1 && now.entries.length === now.at + 1;
  const name = now.entries[now.at]?.name;
  return recorded && name && !view.story ? `Done: ${name}.` : undefined;
}
