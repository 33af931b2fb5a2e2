import { element } from './element.ts';

/** A row of the legend: a mark, where there is one, and what it means. */
export function row(glyph: SVGElement | undefined, words: string): HTMLElement {
  return element('li', {}, glyph, element('span', { dir: 'auto' }, words));
}
