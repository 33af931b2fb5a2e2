import { openDrawing } from './drawing.ts';

/**
 * A picture in SVG as PNG, written in the fonts of this machine.
 *
 * @param scale Pixels per CSS pixel.
 */
export function toPng(svg: string, scale: number): Uint8Array {
  return openDrawing(svg, { fitTo: { mode: 'zoom', value: scale } })
    .render()
    .asPng();
}
