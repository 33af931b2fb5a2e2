import { Resvg } from '@resvg/resvg-js';
import { fontsHere } from '../pictures/fonts.ts';

/**
 * A picture in SVG as PNG, written in the fonts of this machine.
 *
 * @param scale Pixels per CSS pixel.
 */
export function toPng(svg: string, scale: number): Uint8Array {
  const drawing = new Resvg(svg, { fitTo: { mode: 'zoom', value: scale }, font: fontsHere() });
  return drawing.render().asPng();
}
