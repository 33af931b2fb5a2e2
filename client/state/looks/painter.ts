import { asksPainter, drawnView } from '../../../server/core/picture/usual-looks.ts';
import type { Close, ExplorerStore } from '../store.ts';
import { startWhenAsked } from '../when-asked.ts';

/** Loads what draws by own rules and widths when a view first has some. */
export function startPainter(store: ExplorerStore): Close {
  return startWhenAsked(
    store,
    (state) => asksPainter(drawnView(state)),
    async () => {
      const { painter } = await import('../../../server/core/picture/painter.ts');
      store.setState({ painter });
      return () => {};
    },
  );
}
