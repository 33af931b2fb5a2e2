import { cardAddress } from '../../../server/core/contract/card.ts';
import {
  EMBED_PATH,
  EMBED_SIZES,
  type EmbedOptions,
  embedSearch,
} from '../../../server/core/contract/embed.ts';
import { publishedCard, publishedPage } from '../../../server/core/local/published.ts';
import type { Story } from '../../../server/core/model/story.ts';
import type { View } from '../../../server/core/view/view.ts';
import { titleOf } from '../../../server/core/view/view-title.ts';
import { imageOf, pictureOf } from './picture-snippet.ts';
import { shareLink } from './share-link.ts';
import { escaped, written } from './snippet-markup.ts';
import { change } from './view-changes.ts';

/** How a view gets into another page. */
export const SNIPPETS = {
  frame: 'Frame (iframe)',
  component: 'Web component',
  address: 'Address alone (WordPress, Ghost)',
  readme: 'Picture for a README',
  email: 'Picture for an e-mail',
  link: 'Plain link',
} as const;
export type SnippetKind = keyof typeof SNIPPETS;
/** Those that are the picture of the view, and not the view itself; a server draws it. */
const PICTURES: readonly SnippetKind[] = ['readme', 'email'];
/** What the web component is high before its embed has told, in CSS pixels. */
const RESERVED = 480;

/** The kinds that there are where the explorer is. */
export function snippetsAt(isPublished = false): Partial<Record<SnippetKind, string>> {
  const kinds = Object.entries(SNIPPETS) as [SnippetKind, string][];
  return Object.fromEntries(kinds.filter(([kind]) => !(isPublished && isPicture(kind))));
}

/** Whether a kind is a picture of the view. */
export function isPicture(kind: SnippetKind): boolean {
  return PICTURES.includes(kind);
}

export interface SnippetChoice {
  kind: SnippetKind;
  options: EmbedOptions;
  /** The theme of the embed; the reader's own when absent. */
  theme: View['theme'] | undefined;
  /** The id of the story that is told in it; only the view is shown when absent. */
  story?: string | undefined;
  /** In CSS pixels; as wide as there is room, and as high as that asks for, when absent. */
  size: { width: number; height: number } | undefined;
}

interface Shared {
  /** Where the explorer is, such as `https://graphs.example.org`. */
  origin: string;
  /** Whether that is a published folder, whose pages are files. */
  isPublished?: boolean;
  view: View;
  snapshot: string | undefined;
  /** Those whose titles are known. */
  stories?: readonly Pick<Story, 'id' | 'title'>[];
}

/**
 * The view as it is embedded: in the chosen theme, of this snapshot, without what only the explorer shows; or the
 * step of a story, which says what is shown.
 */
function embedded(
  { view, snapshot }: Shared,
  { story, theme }: Pick<SnippetChoice, 'story' | 'theme'>,
): View {
  if (story === undefined)
    return change(view, { theme, snapshot, story: undefined, step: undefined, table: undefined });
  return change({}, { story, step: view.story === story ? view.step : undefined, theme, snapshot });
}

/** What a fixed size may be, in CSS pixels. */
export const SIZE_LIMITS = { least: 200, most: 4000 } as const;

/** Whether an embed can have this as its width or height. */
export function isLength(pixels: number): boolean {
  return pixels >= SIZE_LIMITS.least && pixels <= SIZE_LIMITS.most;
}

/** The fixed size to begin with, in CSS pixels; captions and buttons of a story need more height. */
export function usualSize(story: string | undefined): { width: number; height: number } {
  return story === undefined ? EMBED_SIZES.view : EMBED_SIZES.story;
}

/** A choice with another story; a fixed size that nobody set becomes the usual one of what is now embedded. */
export function withStory(choice: SnippetChoice, story: string | undefined): SnippetChoice {
  const { size } = choice;
  const usual = usualSize(choice.story);
  const untouched = size?.width === usual.width && size.height === usual.height;
  return { ...choice, story, size: untouched ? usualSize(story) : size };
}

/** How high a frame is that is as wide as there is room, as CSS. */
export function frameShape({ story }: Pick<SnippetChoice, 'story'>) {
  return { aspectRatio: '4/3', minHeight: story === undefined ? '24rem' : '44rem' } as const;
}

/** The address of an embed, as in the snippet and in its preview. */
export function embedAddress(shared: Shared, choice: SnippetChoice): string {
  const { step, ...rest } = embedded(shared, choice);
  // A file was written for one step, and is true only of that.
  const named = shared.isPublished && rest.story !== undefined ? (step ?? 1) : step;
  const shown: View = { ...rest, ...(named !== undefined && { step: named }) };
  const page = shared.isPublished ? publishedPage(shown) : EMBED_PATH;
  const search = embedSearch(shown, choice.options);
  return `${shared.origin}${page}${search ? `?${search}` : ''}`;
}

/** What is pasted into the other page; whatever the view says, it stays inside its attributes. */
export function snippetOf(shared: Shared, choice: SnippetChoice): string {
  const { view, origin, snapshot, stories = [] } = shared;
  const story = stories.find(({ id }) => id === choice.story);
  const title = titleOf(choice.story === undefined ? view : {}, story);
  const link = `<a href="${escaped(shareLink(`${origin}/`, embedded(shared, choice), snapshot))}">`;
  if (choice.kind === 'link') return `${link}${escaped(title)}</a>`;
  if (choice.kind === 'component') return componentOf(shared, choice, title);
  if (choice.kind === 'address') return embedAddress(shared, choice);
  const at = (theme = choice.theme) => pictureAddress(shared, { ...choice, theme });
  if (choice.kind === 'readme')
    return `${link}${choice.theme ? imageOf(at(), title) : pictureOf(at, title)}</a>`;
  if (choice.kind === 'email')
    return `<p>${link}${imageOf(at(), title)}</a></p>\n<p>${link}${escaped(title)}</a></p>`;
  const { size } = choice;
  const { aspectRatio, minHeight } = frameShape(choice);
  const style = size
    ? 'border:0;max-width:100%'
    : `border:0;width:100%;aspect-ratio:${aspectRatio};min-height:${minHeight}`;
  const attributes = {
    src: embedAddress(shared, choice),
    title,
    ...(size && { width: String(size.width), height: String(size.height) }),
    style,
    loading: 'lazy',
  };
  return `<iframe ${written(attributes)} allowfullscreen></iframe>`;
}

/** The address of the picture that stands for the view. */
export function pictureAddress(shared: Shared, choice: Pick<SnippetChoice, 'story' | 'theme'>): string {
  return `${shared.origin}${cardAddress(embedded(shared, choice))}`;
}

function componentOf(shared: Shared, choice: SnippetChoice, title: string): string {
  const { size, options, theme } = choice;
  const { story, step, ...view } = embedded(shared, { ...choice, theme: undefined });
  const attributes = {
    ...(story !== undefined && { story }),
    ...(step !== undefined && { step: String(step) }),
    view: embedSearch(view, options),
    src: shared.origin,
    ...(theme && { theme }),
    ...(size && { height: String(size.height) }),
    // The room is kept before the script is there, so that the text below does not jump.
    style: `display:block;min-height:${size?.height ?? RESERVED}px${size ? `;width:${size.width}px;max-width:100%` : ''}`,
    title,
  };
  const script = `<script type="module" src="${escaped(`${shared.origin}/embed.js`)}"></script>`;
  // Seen only where the script does not run. A server gives other sites no picture, which would tell them of the data.
  const link = shareLink(`${shared.origin}/`, embedded(shared, choice), shared.snapshot);
  // Lazy: covered by the live picture it is not fetched, and without scripts browsers fetch it all the same.
  const card = shared.isPublished ? publishedCard(embedded(shared, choice)) : undefined;
  const said = card ? imageOf(`${shared.origin}${card}`, title, { loading: 'lazy' }) : escaped(title);
  const instead = `<a href="${escaped(link)}">${said}</a>`;
  return `${script}\n<entente-graph ${written(attributes)}>${instead}</entente-graph>`;
}
