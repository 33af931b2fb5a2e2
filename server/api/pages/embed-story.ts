import type { EmbedOptions, StillOptions } from '../../core/contract/embed.ts';
import { EntenteError } from '../../core/model/errors.ts';
import type { Graph } from '../../core/model/graph.ts';
import type { Story } from '../../core/model/story.ts';
import { stepWithin, viewAtStep } from '../../core/view/story-view.ts';
import type { View } from '../../core/view/view.ts';
import { readCaption } from '../../core/words/caption.ts';
import { captionMarkup } from '../../core/words/caption-markup.ts';
import { embedText, MOST_SENTENCES } from '../../core/words/embed-text.ts';
import { escapeHtml } from '../../core/words/html.ts';
import { textMarkup } from './embed-text-html.ts';

/** Where what the page of an embed shows and links to is. */
export interface EmbedAddresses {
  still(view: View, options: StillOptions): string;
  embed(view: View, options: EmbedOptions): string;
}

/** A story as the page of an embed tells it. */
export interface ToldStory {
  id: string;
  title: string;
  /** The step that is shown, from 1. */
  at: number;
  /** The theme that its links keep. */
  theme: View['theme'];
  steps: readonly {
    title: string;
    caption: string;
    /** What it shows; absent where there is no more room to tell it, or the data have not what it names. */
    graph?: Graph;
  }[];
}

/** Reads what the steps of a story show, in order, as far as all of them have room in one page. */
export async function readToldStory(
  read: (view: View) => Promise<Graph>,
  story: Story,
  view: View,
): Promise<ToldStory> {
  const steps: ToldStory['steps'][number][] = [];
  let left = MOST_SENTENCES;
  for (const [at, { title, caption }] of story.steps.entries()) {
    const graph = left > 0 ? await read(viewAtStep(story, at + 1)).catch(notThere) : undefined;
    left -= (graph?.edges.length ?? 0) + (graph?.nodes.length ?? 0);
    steps.push({ title, caption, ...(graph && { graph }) });
  }
  const { id, title } = story;
  return { id, title, at: stepWithin(story, view.step), theme: view.theme, steps };
}

/** A story that was written on other data still tells what it can. */
function notThere(cause: unknown): undefined {
  if (!(cause instanceof EntenteError && ['not_found', 'invalid_request'].includes(cause.code))) throw cause;
}

/** The step that is shown, with links to those before and after it, which need no script. */
export function storyMarkup(
  { id, at, theme, steps }: ToldStory,
  options: EmbedOptions,
  addresses: Pick<EmbedAddresses, 'embed'>,
): string {
  const step = steps[at - 1];
  const link = (to: number, words: string) => {
    if (to < 1 || to > steps.length) return '';
    const address = addresses.embed({ story: id, step: to, ...(theme && { theme }) }, options);
    return `<a href="${escapeHtml(address)}">${words}</a>`;
  };
  const said = step
    ? `<h2 dir="auto">${escapeHtml(step.title)}</h2>${captionMarkup(readCaption(step.caption))}`
    : '';
  return `<section class="story" id="story" aria-label="Story"><div class="${
    options.captions ? 'story-caption' : 'unseen'
  }"><p class="muted">Step ${at} of ${steps.length}</p>${said}</div><p class="story-bar">${link(at - 1, 'Previous')} ${link(
    at + 1,
    'Next',
  )}</p></section>`;
}

/** All steps in words: the caption of each, and what it shows. */
export function storyText({ steps }: ToldStory): string {
  const told = steps.map(({ title, caption, graph }, at) => {
    const words = graph && embedText(graph);
    const shown = words
      ? `<p class="muted">It shows ${escapeHtml(words.counts)}.</p>${textMarkup(words)}`
      : '<p class="muted">See its own page for a description.</p>';
    return `<li><h3 dir="auto">${at + 1}. ${escapeHtml(title)}</h3>${captionMarkup(readCaption(caption))}${shown}</li>`;
  });
  return `<ol class="story-steps">${told.join('')}</ol>`;
}
