import { openDrawing } from '../drawing.ts';
import { readShapes } from './shapes.ts';
import { readWords } from './words.ts';
import { type About, writePdf } from './write.ts';

/**
 * One of our own pictures in SVG as PDF, without a browser: lines stay lines, and letters are outlines, in the fonts
 * of this machine, so that every script looks right on any other. Its words can be found and copied.
 *
 * @throws EntenteError `not_implemented` for what cannot be drawn, rather than drawing it wrong
 */
export async function toPdf(svg: string, about: About): Promise<Uint8Array> {
  const simplified = openDrawing(svg).toString();
  return await writePdf(readShapes(simplified), readWords(svg), about);
}
