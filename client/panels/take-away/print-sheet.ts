import type { ExplorerState } from '../../state/store.ts';
import { svgOf, usualCaption } from './picture.ts';
import { print } from './save.ts';

/** A sheet of A4 lying on its side, at the 96 pixels of an inch that CSS has. */
const SHEET = { width: 1123, height: 794 };

/** Prints the picture of the moment on one sheet: in light colours, with what it means and where it is from. */
export function printSheet(state: ExplorerState): void {
  const choices = {
    ...SHEET,
    scale: 1,
    theme: 'light',
    transparent: false,
    legend: true,
    credit: true,
  } as const;
  print(svgOf(state, { ...choices, caption: usualCaption(state) }), SHEET.width, SHEET.height);
}
