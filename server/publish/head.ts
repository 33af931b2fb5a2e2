import { escapeHtml } from '../core/words/html.ts';

/** The size of the picture that previews of links show, in CSS pixels: what all of them take. */
export const CARD = { width: 1200, height: 630 };

/** Where the answer of oEmbed on a page is: that on the explorer embeds the whole. */
export function oembedOf(page: string): string {
  return page
    .replace(/^embed/, 'oembed')
    .replace(/^index/, 'oembed/index')
    .replace(/\/index\.html$/, '.json');
}

/** What is told of a page to whoever links to it. All addresses are relative to the snapshot's folder. */
export interface Preview {
  title: string;
  description: string;
  page: string;
  card: string;
}

/**
 * What a page's head says for previews of links.
 *
 * @param base The address of the snapshot's folder. Without it there are no pictures: previews take no relative ones.
 */
export function headOf({ title, description, page, card }: Preview, base: string | undefined): string {
  const meta = (entries: Record<string, string>, kind: 'name' | 'property') =>
    Object.entries(entries).map(
      ([name, content]) => `<meta ${kind}="${name}" content="${escapeHtml(content)}">`,
    );
  const address = (path: string) => escapeHtml(`${base}${path}`);
  return [
    '',
    ...meta({ description, 'twitter:card': base ? 'summary_large_image' : 'summary' }, 'name'),
    ...meta({ 'og:type': 'article', 'og:site_name': 'Entente', 'og:title': title }, 'property'),
    ...meta({ 'og:description': description }, 'property'),
    ...(base
      ? [
          ...meta(
            { 'og:url': `${base}${page}`, 'og:image': `${base}${card}`, 'og:image:alt': title },
            'property',
          ),
          ...meta({ 'og:image:width': `${CARD.width}`, 'og:image:height': `${CARD.height}` }, 'property'),
          `<link rel="canonical" href="${address(page)}">`,
          `<link rel="alternate" type="application/json+oembed" title="${escapeHtml(title)}" href="${address(oembedOf(page))}">`,
        ]
      : []),
  ].join('\n    ');
}
