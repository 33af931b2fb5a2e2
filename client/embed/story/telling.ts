import type { ToEmbed } from '../../../server/core/contract/embed-protocol.ts';
import type { Close, ExplorerStore } from '../../state/store.ts';
import { watch } from '../../state/watch.ts';

export type StepTo = Extract<ToEmbed, { type: 'step' }>['to'];

/** What tells a story in an embed. */
export interface Telling {
  /** Shows another step; nothing where there is no such step. */
  go(to: StepTo): void;
  close: Close;
}

/** Loads what tells stories once a view names one; most embeds never do. */
export function startTelling(store: ExplorerStore, open: () => Promise<Telling>): Telling {
  let telling: Promise<Telling> | undefined;
  const stop = watch(
    store,
    ({ view }) => view.story !== undefined,
    (wanted) => {
      if (!wanted || telling) return;
      telling = open();
      telling.catch(() => {
        const message = 'The story player could not be loaded. Reload the page.';
        store.setState({ story: { state: 'failed', message, details: [] } });
      });
    },
  );
  const use = (act: (found: Telling) => void) => void telling?.then(act, () => undefined);
  return {
    go: (to) => use((found) => found.go(to)),
    close: () => {
      stop();
      use((found) => found.close());
    },
  };
}
