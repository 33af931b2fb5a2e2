import { type Preview, type PreviewAddresses, previewHead } from '../api/pages/preview.ts';
import { escapeHtml } from '../core/words/html.ts';

/** Where the answer of oEmbed on a page is: that on the explorer embeds the whole. */
export function oembedOf(page: string): string {
  return page
    .replace(/^embed/, 'oembed')
    .replace(/^index/, 'oembed/index')
    .replace(/\/index\.html$/, '.json');
}

/** A page and its picture for previews of links, relative to the snapshot's folder. */
export interface PageWithCard extends Pick<Preview, 'title' | 'description'> {
  page: string;
  card: string;
}

/**
 * Where what previews of a page show will be.
 *
 * @param base The address of the snapshot's folder; undefined where it is not known.
 */
export function addressesIn(
  base: string | undefined,
  { page, card }: Pick<PageWithCard, 'page' | 'card'>,
): PreviewAddresses | undefined {
  if (base === undefined) return undefined;
  return { page: base + page, card: base + card, oembed: base + oembedOf(page) };
}

/** Tells search engines where a page is; empty where that is not known. */
export function canonicalOf(base: string | undefined, page: string): string {
  return base === undefined ? '' : `\n    <link rel="canonical" href="${escapeHtml(base + page)}">`;
}

/** What the head of the explorer's page says: for previews of links, and where it is to stay. */
export function headOf({ title, description, ...page }: PageWithCard, base: string | undefined): string {
  const preview = previewHead({ type: 'article', title, description, at: addressesIn(base, page) });
  return preview + canonicalOf(base, page.page);
}
