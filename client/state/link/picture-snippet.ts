import { CARD } from '../../../server/core/contract/card.ts';
import { written } from './snippet-markup.ts';

/** Of a picture in a page, in CSS pixels: half of what it is drawn in, so that it is sharp on every screen. */
const SHOWN = { width: CARD.width / 2, height: CARD.height / 2 };

/**
 * A picture in the colours of the reader.
 *
 * @param at Its address in a theme.
 */
export function pictureOf(at: (theme: 'light' | 'dark') => string, title: string): string {
  const source = { media: '(prefers-color-scheme: dark)', srcset: at('dark') };
  return `<picture><source ${written(source)}>${imageOf(at('light'), title)}</picture>`;
}

/**
 * An image whose size is known before it is there; what it is scaled down to keeps its shape.
 *
 * @param more Other attributes.
 */
export function imageOf(src: string, alt: string, more: Record<string, string> = {}): string {
  const size = { width: String(SHOWN.width), height: String(SHOWN.height) };
  return `<img ${written({ src, alt, ...size, style: 'max-width:100%;height:auto', ...more })}>`;
}
