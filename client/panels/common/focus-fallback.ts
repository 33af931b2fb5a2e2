import { type RefObject, useEffect } from 'react';
import { focusPicture, usePlaces } from './places.ts';

/** What takes the keyboard over from something in it that went away. */
const HOLDERS = '[tabindex]';

/**
 * Keeps the keyboard where it was when what had it goes away by its own doing, as a button that clears the
 * filters does: the panel round it has it then, or the picture. Without, Tab would begin at the page's top.
 */
export function useKeptFocus(page: RefObject<HTMLElement | null>): void {
  const places = usePlaces();
  useEffect(() => {
    const root = page.current;
    if (!root) return;
    let way: readonly Element[] = [];
    let waiting = 0;
    const remember = ({ target }: FocusEvent) => {
      way = target instanceof Element ? waysUp(target, root) : [];
    };
    const forget = () => {
      const left = way;
      // A browser may tell of it while what goes away is still there. Who leaves by a click has lost nothing.
      queueMicrotask(() => {
        if (way === left && left[0]?.isConnected && document.activeElement !== left[0]) way = [];
      });
    };
    const keep = () => {
      const [had] = way;
      if (!had || had.isConnected || document.activeElement !== document.body) return;
      const holder = way.find((each) => each.isConnected && each.matches(HOLDERS));
      way = [];
      if (holder instanceof HTMLElement && holder.id !== 'stage') holder.focus();
      else focusPicture(places);
    };
    const watching = new MutationObserver(() => {
      if (!way[0] || way[0].isConnected) return;
      // What means to move the keyboard itself does so first.
      cancelAnimationFrame(waiting);
      waiting = requestAnimationFrame(keep);
    });
    watching.observe(root, { childList: true, subtree: true });
    document.addEventListener('focusin', remember);
    document.addEventListener('focusout', forget);
    return () => {
      cancelAnimationFrame(waiting);
      watching.disconnect();
      document.removeEventListener('focusin', remember);
      document.removeEventListener('focusout', forget);
    };
  }, [page, places]);
}

/** An element and all round it up to the page; nothing of what lies over the page, which gives it back itself. */
function waysUp(element: Element, root: Element): readonly Element[] {
  const way: Element[] = [];
  for (let at: Element | null = element; at && at !== root; at = at.parentElement) way.push(at);
  return root.contains(element) ? way : [];
}
