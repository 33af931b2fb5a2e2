import { CARD, cardAddress } from '../../core/contract/card.ts';
import type { View } from '../../core/view/view.ts';
import { escapeHtml } from '../../core/words/html.ts';

/** Where what previews of a link show is. All are absolute addresses: previews take no others. */
export interface PreviewAddresses {
  /** Of the page itself. */
  page: string;
  /** Its picture, of the size of cards; none where none is drawn. */
  card?: string;
  /** The answer of oEmbed on it. */
  oembed: string;
}

/** What is said of a page to whoever links to it: Open Graph, Twitter's card and oEmbed's discovery. */
export interface Preview {
  type: 'website' | 'article';
  title: string;
  /** Empty where there is nothing to say. */
  description: string;
  /** Undefined where the address of the page is not known. */
  at: PreviewAddresses | undefined;
}

/** What the head of a page says for previews of links; whatever title and description say stays inside attributes. */
export function previewHead({ type, title, description, at }: Preview): string {
  const card = at?.card;
  const named = { description, 'twitter:card': card ? 'summary_large_image' : 'summary' };
  const properties = {
    ...{ 'og:type': type, 'og:site_name': 'Entente', 'og:title': title, 'og:description': description },
    ...(at && { 'og:url': at.page }),
    ...(card && {
      ...{ 'og:image': card, 'og:image:alt': title },
      ...{ 'og:image:width': `${CARD.width}`, 'og:image:height': `${CARD.height}` },
    }),
  };
  const link =
    at &&
    `<link rel="alternate" type="application/json+oembed" title="${escapeHtml(title)}" href="${escapeHtml(at.oembed)}">`;
  return ['', ...meta('name', named), ...meta('property', properties), link]
    .filter((line) => line !== undefined)
    .join('\n    ');
}

function meta(kind: 'name' | 'property', entries: Record<string, string>): string[] {
  return Object.entries(entries)
    .filter(([, content]) => content !== '')
    .map(([name, content]) => `<meta ${kind}="${name}" content="${escapeHtml(content)}">`);
}

/**
 * Where a server has what previews of one of its pages show.
 *
 * @param origin Where it is reached from outside.
 * @param path Of the page, with what follows it.
 * @param hasCard Whether it draws pictures for previews.
 */
export function previewAddresses(
  origin: string,
  path: string,
  view: View,
  hasCard: boolean,
): PreviewAddresses {
  const page = `${origin}${path}`;
  return {
    page,
    ...(hasCard && { card: `${origin}${cardAddress(view)}` }),
    oembed: `${origin}/oembed?format=json&url=${encodeURIComponent(page)}`,
  };
}
