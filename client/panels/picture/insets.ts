import type { Insets } from '../../../server/core/geometry/frame.ts';
import type { Places, Side } from '../common/places.ts';

type Box = Pick<DOMRect, 'top' | 'right' | 'bottom' | 'left'>;

/** Space between a panel and the picture, in CSS pixels. */
const MARGIN = 8;

/** What of the stage the panels leave free, as insets; each panel by the side it sits at. */
export function insetsOf(stage: Box, panels: readonly { side: Side; box: Box }[]): Insets {
  const insets: Insets = { top: 0, right: 0, bottom: 0, left: 0 };
  for (const { side, box } of panels) {
    const covered = {
      top: box.bottom - stage.top,
      right: stage.right - box.left,
      bottom: stage.bottom - box.top,
      left: box.right - stage.left,
    }[side];
    if (covered > 0) insets[side] = Math.max(insets[side], covered + MARGIN);
  }
  return insets;
}

/**
 * Tells how much of the stage is covered, now and whenever panels open, close or change their size.
 * On a narrow page every panel is a sheet at the bottom.
 */
export function watchInsets(
  places: Pick<Places, 'covers' | 'onCovers'>,
  stage: HTMLElement,
  narrow: boolean,
  told: (insets: Insets) => void,
): () => void {
  let last = '';
  const measure = () => {
    const panels = [...places.covers()].map(([element, side]) => ({
      side: narrow ? ('bottom' as const) : side,
      box: element.getBoundingClientRect(),
    }));
    const insets = insetsOf(stage.getBoundingClientRect(), panels);
    const now = JSON.stringify(insets);
    if (now !== last) told(insets);
    last = now;
  };
  const sizes = new ResizeObserver(measure);
  const observe = () => {
    sizes.disconnect();
    for (const element of [stage, ...places.covers().keys()]) sizes.observe(element);
    measure();
  };
  const end = places.onCovers(observe);
  observe();
  return () => {
    sizes.disconnect();
    end();
  };
}
