import type { ThemeName } from '../../server/core/looks/theme.ts';

/** What the renderer takes from the page around it rather than from the state. */
export interface Surroundings {
  /** The theme of the page: what it names, else what the system prefers. */
  theme(): ThemeName;
  /** Whether motion is to be avoided. */
  isStill(): boolean;
  kill(): void;
}

/** Watches theme, motion preference and fonts; `changed` is called when any of them does. */
export function watchSurroundings(changed: () => void): Surroundings {
  const dark = window.matchMedia('(prefers-color-scheme: dark)');
  const still = window.matchMedia('(prefers-reduced-motion: reduce)');
  const root = document.documentElement;
  const observer = new MutationObserver(changed);
  observer.observe(root, { attributes: true, attributeFilter: ['data-theme'] });
  dark.addEventListener('change', changed);
  document.fonts.addEventListener('loadingdone', changed);
  return {
    theme: () => {
      const { theme } = root.dataset;
      if (theme === 'light' || theme === 'dark') return theme;
      return dark.matches ? 'dark' : 'light';
    },
    isStill: () => still.matches,
    kill: () => {
      observer.disconnect();
      dark.removeEventListener('change', changed);
      document.fonts.removeEventListener('loadingdone', changed);
    },
  };
}
