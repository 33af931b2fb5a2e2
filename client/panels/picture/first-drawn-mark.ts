import { useEffect, useState } from 'react';
import { isPlaced } from '../../state/shown/placed.ts';
import { useExplorerState } from '../common/context.ts';

/** The name of the moment, in the browser's own timing, at which every node was first on the page. */
export const DRAWN = 'entente-drawn';

/**
 * Whether the first picture stands, or there is none to wait for, so that what can wait may be loaded.
 * Leaves the mark {@link DRAWN} for whoever measures.
 */
export function useDrawn(failed: boolean): boolean {
  const placed = useExplorerState(isPlaced);
  const table = useExplorerState((state) => state.view.table === true);
  const [drawn, setDrawn] = useState(false);
  useEffect(() => {
    if (!placed || drawn) return;
    // One frame to draw it in, and one to know that it was.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => {
        performance.mark(DRAWN);
        setDrawn(true);
      });
    });
    return () => cancelAnimationFrame(frame);
  }, [placed, drawn]);
  return drawn || table || failed;
}
