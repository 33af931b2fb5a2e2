import { shownGraph } from '../../../server/core/picture/graph-index.ts';
import { creditOf } from '../../../server/core/words/credit.ts';
import { type EmbedText, embedText } from '../../../server/core/words/embed-text.ts';
import { amount } from '../../../server/core/words/words.ts';
import type { Call } from '../../api.ts';
import type { Close, ExplorerStore } from '../../state/store.ts';
import { watch } from '../../state/watch.ts';
import { element } from './element.ts';
import { isFramed } from './print.ts';

export interface TextParts {
  /** The disclosure; its summary says how much there is. */
  text: HTMLElement;
  body: HTMLElement;
  sources: HTMLElement;
}

/**
 * Keeps the picture's text true. What the server has written stays as long as it says what the picture shows.
 */
export function keepText({ text, body, sources }: TextParts, store: ExplorerStore, call: Call): Close {
  const abort = new AbortController();
  const summary = text.querySelector('summary');
  let of = body.textContent;
  const stop = watch(
    store,
    (state) => (state.graph.state === 'ready' ? shownGraph(state) : undefined),
    (graph) => {
      const { story } = store.getState().view;
      // The server's text tells all steps.
      if (!graph || (story !== undefined && story === body.dataset.story)) return;
      const words = embedText(graph);
      if (summary) summary.textContent = `As text: ${words.counts}`;
      const written = contentOf(words);
      const told = written.map(({ textContent }) => textContent).join('');
      if (told === of) return;
      of = told;
      body.replaceChildren(...written);
      void nameSources(words.sources);
    },
  );
  const nameSources = async (ids: readonly string[]) => {
    const schema = await call('schema', { signal: abort.signal }).catch(() => undefined);
    const names = ids.map((id) => schema?.sources.find(({ key }) => key === id)?.caption ?? id);
    sources.textContent = creditOf(names);
  };
  // What is folded away is not printed.
  let folded = false;
  const beforePrint = () => {
    folded = !text.hasAttribute('open');
    if (isFramed()) return;
    text.toggleAttribute('open', true);
  };
  const afterPrint = () => text.toggleAttribute('open', !folded);
  addEventListener('beforeprint', beforePrint);
  addEventListener('afterprint', afterPrint);
  return () => {
    stop();
    removeEventListener('beforeprint', beforePrint);
    removeEventListener('afterprint', afterPrint);
    abort.abort();
  };
}

function contentOf({ groups, alone, untold }: EmbedText): HTMLElement[] {
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
