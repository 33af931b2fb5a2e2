import { readToldStory } from '../api/pages/embed-story.ts';
import type { Reader } from '../core/answers/reader.ts';
import { publishedPage } from '../core/local/published.ts';
import type { Story } from '../core/model/story.ts';
import { shownOfView } from '../core/view/shown.ts';
import { captionText, readCaption } from '../core/words/caption.ts';
import { embedText } from '../core/words/embed-text.ts';
import { escapeHtml } from '../core/words/html.ts';
import { createViewReader } from '../graph/view.ts';
import { headOf, type PageWithCard } from './head.ts';
import type { PublishedSet } from './published-set.ts';

/** Says what browsers do not do with files of a disk; no module runs there, but a script of old does. */
export const FROM_DISK = `if (location.protocol === 'file:') {
  const told = document.getElementById('from-disk');
  if (told) told.hidden = false;
  const note = document.getElementById('note');
  if (note) note.textContent = 'This page was opened from a disk: the picture is a still one. The text says the same.';
}
`;

const OPENED_FROM_DISK =
  'This page was opened from a disk, where browsers let no page load its data. To explore, serve the folder: its README ' +
  'says how. Without that there are still pictures and text:';

/** The explorer's page as a file, which names the pages that need no script. */
export function explorerFile(
  html: string,
  { title, stories }: PublishedSet,
  preview: PageWithCard,
  base?: string,
): string {
  const links = stories.map(
    ({ id, title: told }) => `<li><a href=".${publishedPage({ story: id })}">${escapeHtml(told)}</a></li>`,
  );
  const whole = `<li><a href="./embed/index.html">All of it as a picture and as text</a></li>`;
  return html
    .replace(
      /<title>[^<]*<\/title>\s*<meta\s+name="description"[^>]*>/,
      () => `<title>${escapeHtml(title)}: Entente</title>${headOf(preview, base)}`,
    )
    .replace('<html ', '<html data-published="./" ')
    .replace(
      /<noscript>.*?<\/noscript>/s,
      () =>
        `<noscript><p>The explorer draws with JavaScript, which is off in this browser.</p><ul>${whole}${links.join('')}</ul></noscript>`,
    )
    .replace(
      '</body>',
      () =>
        `<main id="from-disk" class="from-disk" hidden><h1>${escapeHtml(title)}</h1><p>${OPENED_FROM_DISK}</p><ul>${whole}${links.join('')}</ul></main><script src="./from-disk.js"></script></body>`,
    );
}

/** A story as plain text: its captions, and what each step shows in sentences. */
export async function storyFile(reader: Reader, story: Story): Promise<string> {
  const load = createViewReader(reader, reader.rowLimit);
  const { steps } = await readToldStory(async (view) => shownOfView(await load(view), view), story, {});
  const told = steps.map(({ title, caption, graph }, at) => {
    const words = graph && embedText(graph);
    const sentences = (words?.groups ?? []).flatMap((group) => group.sentences).map((line) => `- ${line}`);
    const shown = words ? [`It shows ${words.counts}.`, sentences.join('\n')] : [];
    return [`${at + 1}. ${title}`, captionText(readCaption(caption)), ...shown].filter(Boolean).join('\n\n');
  });
  return `${[story.title, story.summary ?? '', ...told].filter(Boolean).join('\n\n')}\n`;
}
