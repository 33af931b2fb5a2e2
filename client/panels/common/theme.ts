import { THEMES, type ThemeName } from '../../../server/core/looks/theme.ts';

/** Shows a theme, down to the browser's own bar. */
export function showTheme(document: Document, theme: ThemeName): void {
  document.documentElement.dataset.theme = theme;
  for (const meta of document.querySelectorAll<HTMLMetaElement>('meta[name=theme-color]')) {
    meta.content = THEMES[theme].surface;
  }
}
