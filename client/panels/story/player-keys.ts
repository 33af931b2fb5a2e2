import { useEffect } from 'react';
import { useExplorer } from '../common/context.ts';

export interface PlayerMoves {
  previous: () => void;
  next: () => void;
  toggle: () => void;
  end: () => void;
}

/** A tick box, such as of the legend, takes nothing of these but space. */
const TYPING = 'input:not([type=checkbox]), textarea, select, [contenteditable=true]';
/** Where these keys mean something else: the picture walks by arrows, buttons are pressed by space. */
const ELSEWHERE =
  '[role=application], [role=dialog], [role=menu], [role=listbox], [role=treegrid], [role=grid]';

/** Listens to the keys of a story: arrows, the page keys that a presenter's remote sends, space and Escape. */
export function usePlayerKeys({ previous, next, toggle, end }: PlayerMoves): void {
  const { keys } = useExplorer();
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const target = event.target instanceof Element ? event.target : undefined;
      if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || event.defaultPrevented) return;
      if (target?.closest(TYPING) || target?.closest(ELSEWHERE)) return;
      const space =
        event.key === ' ' && keys.getState().single && !target?.closest('button, a, summary, input');
      const run =
        { ArrowLeft: previous, ArrowRight: next, PageUp: previous, PageDown: next, Escape: end }[event.key] ??
        (space ? toggle : undefined);
      if (!run) return;
      event.preventDefault();
      run();
    };
    // Before the page's own keys, of which Escape is one.
    addEventListener('keydown', listen, { capture: true });
    return () => removeEventListener('keydown', listen, { capture: true });
  }, [keys, previous, next, toggle, end]);
}
