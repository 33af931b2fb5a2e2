import * as z from 'zod/mini';
import { readParameters, writeParameters } from '../model/parameters.ts';
import type { View } from '../view/view.ts';
import { searchToView, viewToSearch } from '../view/view-link.ts';

/** Where the picture is that previews of a link to a view show, by the parameters of the view and these. */
export const CARD_PATH = '/card.png';

/** Its size in pixels, which all that show previews of links take. */
export const CARD = { width: 1200, height: 630 } as const;

/** What the address of a card says besides its view. */
export const cardOptions = z.strictObject({
  cardWidth: z
    ._default(z.int().check(z.minimum(120), z.maximum(CARD.width)), CARD.width)
    .check(z.describe('The width of the picture in pixels; its height is in proportion.')),
});
const NAMES = Object.keys(cardOptions.shape);

/** The size of the largest card that fits a room, in pixels; undefined where even the smallest does not. */
export function cardWithin(room: { width: number; height: number }) {
  const cardWidth = Math.floor(Math.min(CARD.width, room.width, (room.height * CARD.width) / CARD.height));
  if (!cardOptions.safeParse({ cardWidth }).success) return undefined;
  return { width: cardWidth, height: heightOf(cardWidth) };
}

/** How high a card of a width is, in pixels. */
export function heightOf(cardWidth: number): number {
  return Math.round((cardWidth * CARD.height) / CARD.width);
}

/** The address of a view's card on a server, which begins with its path. */
export function cardAddress(shown: View, cardWidth: number = CARD.width): string {
  const own = cardWidth === CARD.width ? '' : writeParameters(cardOptions, { cardWidth }).toString();
  const search = [viewToSearch(shown), own].filter(Boolean).join('&');
  return search ? `${CARD_PATH}?${search}` : CARD_PATH;
}

/** What the search part of such an address says; what cannot be read is left at its default. */
export function readCard(search: string): { view: View; cardWidth: number } {
  const ofView = new URLSearchParams(search);
  const own = new URLSearchParams();
  for (const name of NAMES) {
    for (const value of ofView.getAll(name)) own.append(name, value);
    ofView.delete(name);
  }
  const { value } = readParameters(cardOptions, own);
  return { view: searchToView(ofView.toString()).view, cardWidth: value.cardWidth ?? CARD.width };
}
