import { STILL_SIZES, type StillOptions } from '../core/contract/embed.ts';
import { drawLegendPicture } from '../core/svg/legend-picture.ts';
import { drawPicture } from '../core/svg/picture.ts';
import { createArranger } from './arrange-view.ts';
import type { ReadView } from './read-view.ts';

/** A still picture to be drawn. */
export interface StillWork extends StillOptions {
  read: ReadView;
  /** Of the data that the view was read from. */
  version: string;
}

/** Draws still pictures as SVG; what views of one version of the data have in common is laid out once. */
export function createStillPainter(): (work: StillWork) => Promise<string> {
  let [arrange, of] = [createArranger(), ''];
  return async ({ read, version, size, legend }) => {
    if (version !== of) [arrange, of] = [createArranger(), version];
    const arranged = await arrange(read);
    const theme = read.view.theme ?? 'light';
    const options = { ...arranged, ...STILL_SIZES[size], theme, view: read.view, transparent: true };
    return legend === 'alone' ? drawLegendPicture(options) : drawPicture({ ...options, legend }).svg;
  };
}
