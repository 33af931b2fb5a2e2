import { useSyncExternalStore } from 'react';

/** Below this the panels are sheets; the same width as in styles/layout.css. */
export const NARROW = '(max-width: 959px)';
export const DARK = '(prefers-color-scheme: dark)';

/** Whether a media query matches, followed. */
export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (changed) => {
      const list = matchMedia(query);
      list.addEventListener('change', changed);
      return () => list.removeEventListener('change', changed);
    },
    () => matchMedia(query).matches,
    // Written without a page, as tests do.
    () => false,
  );
}
