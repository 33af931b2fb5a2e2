import type { Graph } from '../../../server/core/model/graph.ts';
import { shownGraph } from '../../../server/core/picture/graph-index.ts';
import type { Call } from '../../api.ts';
import type { Close, ExplorerState, ExplorerStore } from '../../state/store.ts';
import { watch } from '../../state/watch.ts';
import { isFramed } from './print.ts';

export interface TextParts {
  /** The disclosure; its summary says how much there is. */
  text: HTMLElement;
  body: HTMLElement;
  sources: HTMLElement;
}

/**
 * Keeps the picture's text true. What the server has written stays as long as it says what the picture shows, and what
 * writes another is fetched only then.
 */
export function keepText({ text, body, sources }: TextParts, store: ExplorerStore, call: Call): Close {
  const abort = new AbortController();
  const asked = store.getState().view;
  const { snapshot, story: told } = body.dataset;
  const shown = (state: ExplorerState) => (state.graph.state === 'ready' ? shownGraph(state) : undefined);
  let isWritten = false;
  const stop = watch(store, shown, async (graph) => {
    const { view } = store.getState();
    // The server's text tells all steps.
    if (!graph || (view.story !== undefined && view.story === told)) return;
    if (!isWritten && view === asked && graph.attributes.snapshot === snapshot) return;
    isWritten = true;
    await write(graph).catch(() => {});
  });
  const write = async (graph: Graph) => {
    const { contentOf, creditOf, embedText } = await import('./text-content.ts');
    if (abort.signal.aborted || graph !== shown(store.getState())) return;
    const words = embedText(graph);
    const summary = text.querySelector('summary');
    if (summary) summary.textContent = `As text: ${words.counts}`;
    body.replaceChildren(...contentOf(words));
    const schema = await call('schema', { signal: abort.signal }).catch(() => undefined);
    if (graph !== shown(store.getState())) return;
    const captions = new Map(schema?.sources.map(({ key, caption }) => [key, caption]));
    sources.textContent = creditOf(words.sources.map((id) => captions.get(id) ?? id));
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
