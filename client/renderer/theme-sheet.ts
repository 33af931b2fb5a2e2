import { kebab } from '../../server/core/looks/swatch.ts';
import { THEMES, type Theme } from '../../server/core/looks/theme.ts';

/** The colours of a theme as custom properties: `textMuted` is `--text-muted`, a circle's fill `--fill-circle`, the palette `--palette-0` and on. */
export function customProperties(theme: Theme): string {
  const { fills, palette, ...tokens } = theme;
  const named = [
    ...Object.entries(tokens),
    ...Object.entries(fills).map(([shape, fill]) => [`fill-${shape}`, fill]),
    ...palette.map((fill, at) => [`palette-${at}`, fill]),
  ];
  return named.map(([name, colour]) => `--${kebab(name ?? '')}:${colour}`).join(';');
}

/** The style sheet of both themes: the system's choice, unless the page names one; light on paper. */
export function themeSheet(): string {
  const [light, dark] = [customProperties(THEMES.light), customProperties(THEMES.dark)];
  return [
    `:root{color-scheme:light;${light}}`,
    `@media (prefers-color-scheme:dark){:root:not([data-theme=light]){color-scheme:dark;${dark}}}`,
    `:root[data-theme=dark]{color-scheme:dark;${dark}}`,
    `@media print{:root:root:root{color-scheme:light;${light}}}`,
  ].join('\n');
}

/** Gives the document the colours of both themes; gives what takes them away again. */
export function installThemes(document: Document): () => void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(themeSheet());
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  return () => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
  };
}
