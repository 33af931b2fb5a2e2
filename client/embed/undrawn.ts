import { NARROW, STILL_PATH, stillSearch } from '../../server/core/contract/embed.ts';
import type { Close, ExplorerStore } from '../state/store.ts';
import { watch } from '../state/watch.ts';
import { PUBLISHED_AT } from '../workers/published-at.ts';
import { element } from './parts/element.ts';
import { ASKED_AT } from './pass.ts';

/** Where nothing can be drawn, lets the still picture that the server makes follow the view; none where it makes none. */
export function standStill(store: ExplorerStore, still: HTMLElement | null): Close {
  if (!still || PUBLISHED_AT !== undefined) return () => {};
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const size = matchMedia(NARROW).matches ? 'narrow' : 'wide';
  return watch(
    store,
    // The page has a legend of its own.
    ({ view }) =>
      stillSearch(
        { ...view, theme: view.theme ?? (dark.matches ? 'dark' : 'light') },
        { legend: false, size },
      ),
    (search) => {
      const alt = still.querySelector('img')?.alt ?? '';
      still.replaceChildren(
        element('img', { class: 'still', alt, src: `${ASKED_AT}${STILL_PATH}?${search}` }),
      );
    },
  );
}
