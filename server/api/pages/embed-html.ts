import { type EmbedOptions, NARROW, type StillOptions, type StillSize } from '../../core/contract/embed.ts';
import type { ErrorDetail } from '../../core/model/errors.ts';
import type { Graph } from '../../core/model/graph.ts';
import type { View } from '../../core/view/view.ts';
import { captionText, readCaption } from '../../core/words/caption.ts';
import { creditOf } from '../../core/words/credit.ts';
import { embedText } from '../../core/words/embed-text.ts';
import { titleOfShown } from '../../core/words/graph-title.ts';
import { escapeHtml } from '../../core/words/html.ts';
import { amount } from '../../core/words/words.ts';
import { type EmbedAddresses, storyMarkup, storyText, type ToldStory } from './embed-story.ts';
import { textMarkup } from './embed-text-html.ts';
import { type PreviewAddresses, previewHead } from './preview.ts';

/** Where the built page of an embed has room for what the server knows. */
const HEAD = '<!-- embed: head -->';
const BODY = '<!-- embed: body -->';

export interface EmbedPage {
  view: View;
  options: EmbedOptions;
  problems: readonly ErrorDetail[];
  /** The graph of the view, or why there is none; what is gone is not looked for again. */
  found: { graph: Graph; sources: readonly string[] } | { trouble: string; isGone?: true };
  /** The story that the view tells a step of. */
  story: ToldStory | undefined;
  /** Whether there is a still picture, to stand where none is drawn yet or can be. */
  hasStill: boolean;
  /** The sites that are told what it shows, separated by spaces. */
  hosts: string;
  /** What comes before the addresses that it asks for in a frame that is walled off; empty where there is none. */
  pass: string;
  /** The address of the same view in the explorer. */
  live: string;
  at: EmbedAddresses;
  /** What the page is called; after its view when absent. */
  title?: string;
  /** What it is described as to previews of links; what it shows when absent. */
  description?: string;
  /** Where what previews of links show is; undefined where the address of the page is not known. */
  preview: PreviewAddresses | undefined;
}

/** The page of an embed: the built page with the view's text in it, so that it says all without a script. */
export function embedHtml(template: string, page: EmbedPage): string {
  const { view, options } = page;
  const title = page.title ?? nameOf(page);
  const { description = describedBy(page), preview: at } = page;
  const head = previewHead({ type: 'article', title, description, at });
  const parts: Record<string, string> = {
    [HEAD]: `<title>${escapeHtml(title)}: Entente</title>${head}`,
    [BODY]: bodyOf(page),
  };
  const themed = view.theme ? template.replace('<html ', `<html data-theme="${view.theme}" `) : template;
  // By a function: in a replacement text, `$&` of a caption would mean something.
  return themed
    .replace(new RegExp(`${HEAD}|${BODY}`, 'g'), (mark) => parts[mark] ?? '')
    .replace(
      '<body',
      () =>
        `<body${'isGone' in page.found ? ' data-gone' : ''} data-legend="${options.legend}" data-controls="${options.controls}" data-interaction="${options.interaction}" data-hosts="${escapeHtml(page.hosts)}" data-pass="${escapeHtml(page.pass)}"`,
    );
}

/** What a page is called: after its story or caption, else after what it shows. */
function nameOf({ view, story, found }: EmbedPage): string {
  return titleOfShown(view, story, 'graph' in found ? found.graph : undefined);
}

/** What previews of a link to it say: the caption, else how much it shows. */
function describedBy({ view, story, found }: EmbedPage): string {
  const step = story?.steps[story.at - 1];
  const said = step ? captionText(readCaption(step.caption)) : view.caption;
  const counts = 'graph' in found ? `${embedText(found.graph).counts}.` : '';
  return (said || counts).replaceAll(/\s+/g, ' ').slice(0, 300);
}

function headingOf({ view, story }: Pick<EmbedPage, 'view' | 'story'>): string {
  return story?.title ?? view.caption ?? '';
}

function bodyOf(page: EmbedPage): string {
  const { options, problems, found, story, live } = page;
  const heading = headingOf(page);
  const text = 'graph' in found ? embedText(found.graph) : undefined;
  const counts = text?.counts ?? '';
  return `<main class="embed">
<h1 class="caption${options.captions && heading ? '' : ' unseen'}" id="caption" dir="auto">${escapeHtml(heading || nameOf(page))}</h1>
<div id="notices" class="notices">${problemsOf(problems)}</div>
<div class="stage" id="stage">${'graph' in found && page.hasStill ? stillOf(page, counts) : ''}<p class="note" id="note" role="status">${
    'trouble' in found ? escapeHtml(found.trouble) : `${escapeHtml(counts)}, being drawn…`
  }</p><noscript><p class="note">Without JavaScript the picture is static. The text below says the same.</p></noscript></div>
${story ? `${storyMarkup(story, options, page.at)}\n` : ''}<section id="card" class="card" aria-label="Details" tabindex="-1" hidden></section>
${'graph' in found ? stillLegendOf(page) : ''}<div id="legend" class="legend" hidden></div>
<details class="as-text" id="text"><summary>${escapeHtml(summaryOf(counts, story))}</summary><div id="text-body"${
    'graph' in found && !found.graph.attributes.truncated
      ? ` data-snapshot="${escapeHtml(found.graph.attributes.snapshot)}"`
      : ''
  }${
    story ? ` data-story="${escapeHtml(story.id)}"` : ''
  }>${story ? storyText(story) : text ? textMarkup(text) : ''}</div></details>
<footer class="credit"><span id="sources">${'sources' in found ? escapeHtml(creditOf(found.sources)) : ''}</span>
<a id="live" href="${escapeHtml(live)}" target="_blank" rel="noopener">Explore it in Entente<span class="unseen"> (opens in a new tab)</span></a></footer>
</main>`;
}

/** The picture as it stands before anything is drawn. */
function stillOf(page: EmbedPage, counts: string): string {
  return `<picture id="still">${drawingOf(page, false, `A picture of ${counts}, described below.`)}</picture>`;
}

/** What its marks mean, where no script makes a legend. */
function stillLegendOf(page: EmbedPage): string {
  if (!page.hasStill || !page.options.legend) return '';
  const drawing = drawingOf(page, 'alone', 'Key to the picture.');
  return `<noscript><picture class="still-legend">${drawing}</picture></noscript>`;
}

/** A picture by its addresses: for phones and wider, in the reader's theme where the view names none. */
function drawingOf({ view, at }: EmbedPage, legend: StillOptions['legend'], alt: string): string {
  const address = (size: StillSize, theme: View['theme']) =>
    escapeHtml(at.still({ ...view, ...(theme && { theme }) }, { legend, size }));
  const source = (media: string, size: StillSize, theme: View['theme']) =>
    `<source media="${media}" srcset="${address(size, theme)}">`;
  const dark = '(prefers-color-scheme: dark)';
  const sources = [
    view.theme ? '' : source(`${NARROW} and ${dark}`, 'narrow', 'dark'),
    source(NARROW, 'narrow', view.theme),
    view.theme ? '' : source(dark, 'wide', 'dark'),
  ];
  return `${sources.join('')}<img class="still" src="${address('wide', view.theme)}" alt="${escapeHtml(alt)}">`;
}

function summaryOf(counts: string, story: ToldStory | undefined): string {
  if (story) return `As text: all ${amount(story.steps.length, 'step')}`;
  return counts ? `As text: ${counts}` : 'As text';
}

function problemsOf(problems: readonly ErrorDetail[]): string {
  if (problems.length === 0) return '';
  const lines = problems
    .slice(0, 5)
    .map(
      ({ path, message }) => `<li><code>${escapeHtml(path.slice(0, 100))}</code> ${escapeHtml(message)}</li>`,
    );
  return `<section class="notice" aria-label="Part of this link could not be read"><p>Part of this link could not be read; the rest is shown.</p><ul>${lines.join('')}</ul></section>`;
}
