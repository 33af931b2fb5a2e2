import type { EmbedOptions } from '../../server/core/contract/embed.ts';
import { change, pin } from '../../server/core/view/change.ts';
import type { RendererActions } from '../renderer/actions.ts';
import type { ExplorerStore } from '../state/store.ts';

/** What a reader can do to the picture of an embed; what its interaction rules out does nothing. */
export function embedActions(
  store: ExplorerStore,
  interaction: EmbedOptions['interaction'],
  failed: (error: Error) => void,
): RendererActions {
  const alter = (fields: Parameters<typeof change>[1]) =>
    store.setState(({ view }) => ({ view: change(view, fields) }));
  const full = interaction === 'full';
  return {
    select: (keys, { add }) => {
      if (!full) return;
      const before = add ? (store.getState().view.select ?? []) : [];
      const added = keys.filter((key) => !before.includes(key));
      alter({
        select: added.length > 0 ? [...before, ...added] : before.filter((key) => !keys.includes(key)),
      });
    },
    hover: (hovered) => interaction !== 'none' && store.setState({ hovered }),
    pin: (positions) => full && store.setState(({ view }) => ({ view: pin(view, positions) })),
    moveCamera: (camera) => full && alter({ camera }),
    setPositions: (positions) => store.setState({ positions }),
    walkedTo: async (key, from) => {
      // Fetched by the first key, as most readers walk by none. Offline, the picture still tells names.
      const words = await import('../state/selection/walk-words.ts').catch(() => undefined);
      if (words) store.setState((state) => ({ announcement: words.walkInWords(state, key, from) }));
    },
    escape: () => {
      store.setState({ hovered: undefined });
      if (full) alter({ select: undefined });
    },
    failed,
  };
}
