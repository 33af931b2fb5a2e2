import type { EmbedText } from '../../../server/core/words/embed-text.ts';
import { amount } from '../../../server/core/words/words.ts';
import { element } from './element.ts';

export { creditOf } from '../../../server/core/words/credit.ts';
export { embedText } from '../../../server/core/words/embed-text.ts';

/** The text of a picture as the page has it. */
export function contentOf({ groups, alone, untold }: EmbedText): HTMLElement[] {
  const sections = groups.map(({ from, sentences }) =>
    element(
      'li',
      {},
      element('span', { dir: 'auto' }, from),
      element('ul', {}, ...sentences.map((sentence) => element('li', { dir: 'auto' }, sentence))),
    ),
  );
  return [
    element('ul', { class: 'sentences' }, ...sections),
    ...(alone.length > 0 ? [element('p', {}, `Without edges here: ${alone.join(', ')}.`)] : []),
    ...(untold > 0 ? [element('p', {}, `And ${amount(untold, 'more edge')}.`)] : []),
  ];
}
