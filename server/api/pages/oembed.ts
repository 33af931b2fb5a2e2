import type { Request, RequestHandler, Response } from 'express';
import type * as z from 'zod/mini';
import { cardAddress, cardWithin } from '../../core/contract/card.ts';
import { EMBED_PATH, EMBED_SIZES, embedOptions, embedSearch, readEmbed } from '../../core/contract/embed.ts';
import { type OembedAnswer, oembedQuery } from '../../core/contract/oembed.ts';
import { inEnglish } from '../../core/model/english.ts';
import { EntenteError } from '../../core/model/errors.ts';
import type { Story } from '../../core/model/story.ts';
import type { View } from '../../core/view/view.ts';
import { titleOf } from '../../core/view/view-title.ts';
import { escapeHtml } from '../../core/words/html.ts';
import { searchOf } from '../http/target.ts';

/** Seconds: the answer depends on nothing but the link. */
const CACHE_AGE = 86_400;
/** The addresses that show a view. */
const SHOWS_VIEW = ['/', EMBED_PATH];

/** Where the server is reached from outside, as the request says: such as `https://graphs.example.org`. */
export function originOf(request: Request): string {
  // A proxy that sets none hands on whatever its client says.
  const scheme = request.protocol === 'https' ? 'https' : 'http';
  const text = `${scheme}://${request.get('host') ?? ''}`;
  if (!URL.canParse(text)) throw new EntenteError('invalid_request', 'The Host header cannot be read.');
  return new URL(text).origin;
}

/**
 * oEmbed 1.0: how a link to a view is embedded. It reads the link and nothing else: neither the link nor the
 * data is fetched, and a link to any other host is not ours to answer for.
 *
 * @param stories Those whose titles are known.
 * @param hasCard Whether there is a picture of each view for previews.
 */
export function oembedHandler(stories: readonly Story[], hasCard: boolean): RequestHandler {
  return (request, response) => answerOembed({ stories, hasCard }, request, response);
}

/** What is known of what links show. */
interface Known {
  stories: readonly Story[];
  hasCard: boolean;
}

function answerOembed(known: Known, request: Request, response: Response): void {
  const given = new URLSearchParams(searchOf(request));
  const read = oembedQuery.safeParse(Object.fromEntries(given), inEnglish);
  if (!read.success) {
    const details = read.error.issues.map(({ path, message }) => ({ path: path.join('.'), message }));
    const text = details.map(({ path, message }) => `${path}: ${message}`).join('; ');
    throw new EntenteError('invalid_request', `The request cannot be read: ${text}`, { details });
  }
  const { url, format, ...most } = read.data;
  if (format !== 'json') throw new EntenteError('not_implemented', 'Only JSON is supported.');
  const origin = originOf(request);
  response.set('Cache-Control', `public, max-age=${CACHE_AGE}`).vary('Host');
  response.json(answerFor(linkOf(url, origin), origin, most, known));
}

function linkOf(text: string, origin: string): URL {
  const link = URL.canParse(text) ? new URL(text) : undefined;
  if (link?.host === new URL(origin).host && SHOWS_VIEW.includes(link.pathname)) return link;
  throw new EntenteError(
    'not_found',
    `No view of this server is at that address; it begins with ${origin}/?`,
  );
}

/** The most that the asking page has room for, in CSS pixels. */
type Room = Pick<z.infer<typeof oembedQuery>, 'maxwidth' | 'maxheight'>;

function answerFor(
  link: URL,
  origin: string,
  { maxwidth = Infinity, maxheight = Infinity }: Room,
  { stories, hasCard }: Known,
): OembedAnswer {
  const { view, options } = readEmbed(link.search.slice(1));
  const search = embedSearch(view, link.pathname === EMBED_PATH ? options : embedOptions.parse({}));
  const source = `${origin}${EMBED_PATH}${search ? `?${search}` : ''}`;
  const usual = EMBED_SIZES[view.story === undefined ? 'view' : 'story'];
  const size = { width: Math.min(usual.width, maxwidth), height: Math.min(usual.height, maxheight) };
  const story = stories.find(({ id }) => id === view.story);
  const thumbnail = hasCard ? thumbnailOf(view, origin, { width: maxwidth, height: maxheight }) : undefined;
  return richAnswer({
    ...{ source, provider: `${origin}/`, title: titleOf(view, story), size },
    ...(thumbnail && { thumbnail }),
  });
}

/** The picture of a view, no larger than there is room for; the standard holds it to that as well. */
function thumbnailOf(view: View, origin: string, room: Size): Embedded['thumbnail'] {
  const card = cardWithin(room);
  return (
    card && {
      thumbnail_url: `${origin}${cardAddress(view, card.width)}`,
      thumbnail_width: card.width,
      thumbnail_height: card.height,
    }
  );
}

interface Size {
  width: number;
  height: number;
}

/** What is said of an embed to whoever pastes its address. */
export interface Embedded {
  /** Its address. */
  source: string;
  /** Where the explorer is. */
  provider: string;
  title: string;
  size: Size;
  thumbnail?: Pick<OembedAnswer, 'thumbnail_url' | 'thumbnail_width' | 'thumbnail_height'>;
}

/** The answer of oEmbed, of the type `rich`. */
export function richAnswer({ source, provider, title, size, thumbnail }: Embedded): OembedAnswer {
  return {
    version: '1.0',
    type: 'rich',
    provider_name: 'Entente',
    provider_url: provider,
    title,
    html: `<iframe src="${escapeHtml(source)}" title="${escapeHtml(title)}" width="${size.width}" height="${size.height}" style="border:0;max-width:100%" loading="lazy" allowfullscreen></iframe>`,
    ...size,
    ...thumbnail,
    cache_age: CACHE_AGE,
  };
}
