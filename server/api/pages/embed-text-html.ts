import type { EmbedText } from '../../core/words/embed-text.ts';
import { escapeHtml } from '../../core/words/html.ts';
import { amount } from '../../core/words/words.ts';

/** A graph in words, as lists. */
export function textMarkup({ groups, alone, untold }: EmbedText): string {
  const sections = groups.map(
    ({ from, sentences }) =>
      `<li><span dir="auto">${escapeHtml(from)}</span><ul>${sentences
        .map((sentence) => `<li dir="auto">${escapeHtml(sentence)}</li>`)
        .join('')}</ul></li>`,
  );
  const rest = [
    alone.length > 0 ? `<p>Without edges here: ${escapeHtml(alone.join(', '))}.</p>` : '',
    untold > 0 ? `<p>And ${escapeHtml(amount(untold, 'more edge'))}.</p>` : '',
  ];
  return `<ul class="sentences">${sections.join('')}</ul>${rest.join('')}`;
}
