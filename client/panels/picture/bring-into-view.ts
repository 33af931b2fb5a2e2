import type { Insets } from '../../../server/core/geometry/frame.ts';
import { indexOf, shownGraph } from '../../../server/core/picture/graph-index.ts';
import type { RendererHandle } from '../../renderer/actions.ts';
import type { ExplorerState, ExplorerStore } from '../../state/store.ts';

/**
 * Moves the picture so that a node or edge can be seen, and leaves it alone when it can be already. What is
 * still being loaded is waited for, until something else is asked for.
 */
export function createBringIntoView(
  store: ExplorerStore,
  handle: Pick<RendererHandle, 'focusOn' | 'pointOf' | 'element'>,
  insets: () => Insets,
): { bring: (key: string) => void; close: () => void } {
  let stop: (() => void) | undefined;
  const close = () => {
    stop?.();
    stop = undefined;
  };
  const show = (key: string) => {
    const point = handle.pointOf(key);
    if (!point || !isFree(point, handle.element, insets())) handle.focusOn(key);
  };
  return {
    bring: (key) => {
      close();
      if (isPlaced(store.getState(), key)) return show(key);
      stop = store.subscribe((state) => {
        if (!isPlaced(state, key)) return;
        close();
        // The picture takes the new graph in during the same change, before or after this.
        requestAnimationFrame(() => show(key));
      });
    },
    close,
  };
}

function isPlaced(state: ExplorerState, key: string): boolean {
  const { nodes, edges } = indexOf(shownGraph(state));
  return edges.has(key) || (nodes.has(key) && state.positions.has(key));
}

function isFree({ x, y }: { x: number; y: number }, { clientWidth, clientHeight }: Element, insets: Insets) {
  const across = x > insets.left && x < clientWidth - insets.right;
  return across && y > insets.top && y < clientHeight - insets.bottom;
}
