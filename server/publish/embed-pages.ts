import { readEmbedText } from '../api/pages/embed.ts';
import type { EmbedPage } from '../api/pages/embed-html.ts';
import { embedHtml } from '../api/pages/embed-html.ts';
import { richAnswer } from '../api/pages/oembed.ts';
import type { Reader } from '../core/answers/reader.ts';
import { CARD } from '../core/contract/card.ts';
import { DEFAULT_EMBED, EMBED_SIZES, type StillOptions } from '../core/contract/embed.ts';
import { publishedCard, publishedPage } from '../core/local/published.ts';
import type { Story } from '../core/model/story.ts';
import { titleOfStep, viewAtStep } from '../core/view/story-view.ts';
import type { View } from '../core/view/view.ts';
import { captionText, readCaption } from '../core/words/caption.ts';
import { createArranger } from '../pictures/arrange-view.ts';
import { drawCard } from '../pictures/card.ts';
import { createPictureReader } from '../pictures/read-view.ts';
import { createStillPainter } from '../pictures/still-work.ts';
import { type Files, hashed } from './files.ts';
import { addressesIn, canonicalOf, oembedOf, type PageWithCard } from './head.ts';
import type { PublishedSet } from './published-set.ts';

/** Where the pages of embeds are made from, and go. */
export interface EmbedSite {
  reader: Reader;
  set: PublishedSet;
  /** The built page of an embed. */
  template: string;
  /** The address of the snapshot's folder, ending in a slash; undefined where it is not known. */
  base: string | undefined;
}

/** A view that has a page of its own. */
interface Published {
  view: View;
  story?: Story;
  title: string;
  description: string;
}

/** The pages of embeds: of the whole, and of every step of every story; with stills, previews and oEmbed answers. */
export async function embedPages(site: EmbedSite): Promise<Files> {
  const files: Files = new Map();
  const draw = createDrawing(site.reader, files);
  for (const each of publishedViews(site.set)) await addPage(site, each, draw, files);
  return files;
}

/** What has a page: the whole, then each step of each story. */
export function publishedViews({ title, stories, graph }: PublishedSet): Published[] {
  const { total } = graph.attributes;
  const whole = `${total?.nodes ?? graph.nodes.length} nodes and ${total?.edges ?? graph.edges.length} edges, each with its evidence.`;
  return [
    { view: {}, title, description: whole },
    ...stories.flatMap((story) =>
      story.steps.map((step, at) => ({
        view: { story: story.id, step: at + 1 },
        story,
        title: titleOfStep(story, at + 1),
        description: captionText(readCaption(step.caption)).replaceAll(/\s+/g, ' ').slice(0, 300),
      })),
    ),
  ];
}

/** Where the picture of a page for previews is: beside it, so that its address is known by that of the page. */
export function cardOf(view: View): string {
  return (publishedCard(view) ?? '').slice(1);
}

async function addPage(
  { reader, template, base }: EmbedSite,
  { view, story, title, description }: Published,
  draw: ReturnType<typeof createDrawing>,
  files: Files,
): Promise<void> {
  const path = publishedPage(view).slice(1);
  const home = '../'.repeat(path.split('/').length - 1);
  const read = await readEmbedText(reader, view, story);
  const shown = story ? viewAtStep(story, view.step ?? 1) : view;
  const preview: PageWithCard = { title, description, page: path, card: cardOf(view) };
  files.set(preview.card, await draw.card(shown, title));
  const stills = await draw.stills(shown);
  const page: EmbedPage = {
    ...{ view, options: DEFAULT_EMBED, problems: read.problems, found: read.found, story: read.story },
    ...{
      hasStill: true,
      hosts: '*',
      pass: '',
      live: `${home}index.html${story ? `?story=${story.id}&step=${view.step}` : ''}`,
    },
    at: {
      still: ({ theme }, options) => `${home}${stills(theme ?? shown.theme ?? 'light', options)}`,
      embed: (to) => `${home}${publishedPage(to).slice(1)}`,
    },
    preview: addressesIn(base, preview),
    ...{ title, description },
  };
  const html = embedHtml(template.replaceAll('="../', `="${home}`), page);
  files.set(path, asPublished(html, home, view, canonicalOf(base, path)));
  if (base !== undefined) files.set(oembedOf(path), oembedAnswer(base, preview, view));
}

function oembedAnswer(base: string, { title, page, card }: PageWithCard, view: View): string {
  const answer = richAnswer({
    ...{ source: base + page, provider: base, title, size: EMBED_SIZES[view.story ? 'story' : 'view'] },
    thumbnail: { thumbnail_url: base + card, thumbnail_width: CARD.width, thumbnail_height: CARD.height },
  });
  return `${JSON.stringify(answer, null, 2)}\n`;
}

/** The page of an embed as a file: it knows where its folder is and which view it was written for. */
function asPublished(html: string, home: string, view: View, canonical: string): string {
  const search = view.story ? `story=${view.story}&amp;step=${view.step}` : '';
  return html
    .replace('<meta name="robots" content="noindex" />', '')
    .replace('<html ', () => `<html data-published="${home}" `)
    .replace('<body ', () => `<body data-view="${search}" `)
    .replace('</head>', () => `${canonical}\n  </head>`)
    .replace('</body>', () => `<script src="${home}from-disk.js"></script></body>`);
}

/** Draws pictures of views, each once. */
function createDrawing(reader: Reader, files: Files) {
  const [read, arrange, paint] = [
    createPictureReader(reader, reader.rowLimit),
    createArranger(),
    createStillPainter(),
  ];
  const addStill = (content: string) => {
    const name = `stills/${hashed(content)}.svg`;
    files.set(name, content);
    return name;
  };
  return {
    /** The picture that previews of links show. */
    card: async (view: View, title: string) => {
      const found = await read(view);
      return drawCard(found, await arrange(found), { title });
    },
    /** The still pictures of an embed, by theme and options. */
    stills: async (view: View) => {
      const found = await read(view);
      const drawn = new Map<string, string>();
      const name = (theme: View['theme'], { size, legend }: StillOptions) => `${theme} ${size} ${legend}`;
      for (const theme of ['light', 'dark'] as const)
        for (const size of ['wide', 'narrow'] as const)
          for (const legend of [false, 'alone'] as const) {
            const work = {
              read: { ...found, view: { ...view, theme } },
              version: reader.context.version,
              size,
              legend,
            };
            drawn.set(name(theme, { size, legend }), addStill(await paint(work)));
          }
      return (theme: View['theme'], options: StillOptions) => drawn.get(name(theme, options)) ?? '';
    },
  };
}
