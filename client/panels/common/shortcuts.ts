import { useEffect } from 'react';
import { uncapital } from '../../../server/core/words/words.ts';
import type { Commands } from '../../state/commands/commands.ts';
import type { ExplorerState } from '../../state/store.ts';
import { useExplorer } from './context.ts';

const TYPING = 'input:not([type=checkbox]):not([type=range]), textarea, select, [contenteditable=true]';
const OPEN = '[role=dialog], [role=menu], [role=listbox]';
/** Here a letter goes to the row that begins with it. */
const LISTS = '[role=treegrid]';

/** Whether there is no graph yet that keys could be meant for. */
export function isLoading({ graph }: Pick<ExplorerState, 'graph'>): boolean {
  return graph.state === 'idle' || graph.state === 'loading';
}

/**
 * Listens to the keys of commands while nobody types.
 *
 * @param covered Whether something is open, or about to be, that covers the page: what is typed meanwhile is meant for
 *                it, and not for the picture.
 */
export function useShortcuts(commands: Commands, covered: boolean): void {
  const { actions, store, keys } = useExplorer();
  useEffect(() => {
    if (covered) return;
    const listen = (event: KeyboardEvent) => {
      const target = event.target instanceof Element ? event.target : undefined;
      if (event.defaultPrevented || event.altKey || target?.closest(TYPING) || target?.closest(OPEN)) return;
      const alone = !event.ctrlKey && !event.metaKey && event.key.length === 1;
      if (alone && (!keys.getState().single || target?.closest(LISTS))) return;
      // Who types while the page loads means the field that is still to come.
      if (alone && isLoading(store.getState())) return;
      const command = commands.byKeys(event, store.getState());
      if (!command) {
        const idle = commands.idleByKeys(event);
        if (idle) actions.announce(`Not available now: ${uncapital(idle.title)}.`);
        return;
      }
      event.preventDefault();
      commands.run(command);
    };
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, [actions, store, keys, commands, covered]);
}
