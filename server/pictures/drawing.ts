import { Resvg, type ResvgRenderOptions } from '@resvg/resvg-js';
import { fontsHere } from './fonts.ts';

/** One of our own pictures in SVG, ready to be drawn without a browser in the fonts of this machine. */
export function openDrawing(svg: string, options: ResvgRenderOptions = {}): Resvg {
  return new Resvg(svg.replace(RIGHT_TO_LEFT, anchoredFromLeft), { ...options, font: fontsHere() });
}

/** Text read from the right, which our pictures write with its direction beside its anchor. */
const RIGHT_TO_LEFT = /<text [^>]*direction="rtl"[^>]*>/g;

/** resvg knows no direction: to it a text starts at its left, and what is to stand right of a point would be left of it. */
function anchoredFromLeft(tag: string): string {
  return tag.replace(/text-anchor="(start|end)"/, (_, anchor) =>
    anchor === 'start' ? 'text-anchor="end"' : 'text-anchor="start"',
  );
}
