/** How much of each side of the stage is covered by panels, in CSS pixels. */
export interface Insets {
  top: number;
  right: number;
  bottom: number;
  left: number;
}

type Box = Pick<DOMRect, 'top' | 'right' | 'bottom' | 'left'>;

/** Space between a panel and the picture, in CSS pixels. */
const MARGIN = 8;

/** What of the stage the panels leave free, as insets; each panel by the side it sits at. */
export function insetsOf(stage: Box, panels: readonly { side: keyof Insets; box: Box }[]): Insets {
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

const SIDES: Readonly<Record<string, keyof Insets>> = {
  legend: 'left',
  inspector: 'right',
  timeline: 'bottom',
  dock: 'bottom',
};

/**
 * Tells how much of the stage is covered, now and whenever panels open, close or change their size.
 * On a narrow page every panel is a sheet at the bottom; folded panels cover nothing worth avoiding.
 */
export function watchInsets(stage: HTMLElement, narrow: boolean, told: (insets: Insets) => void): () => void {
  const page = stage.parentElement ?? stage;
  let last = '';
  let watched: readonly Element[] = [];
  const panels = () => [...page.querySelectorAll<HTMLElement>('[data-inset]')];
  const measure = () => {
    const found = panels().flatMap((element) => {
      const side = SIDES[element.dataset.inset ?? ''];
      if (!side || element.dataset.open === 'false') return [];
      return [{ side: narrow ? ('bottom' as const) : side, box: element.getBoundingClientRect() }];
    });
    const insets = insetsOf(stage.getBoundingClientRect(), found);
    const now = JSON.stringify(insets);
    if (now !== last) told(insets);
    last = now;
  };
  const sizes = new ResizeObserver(measure);
  const observe = () => {
    sizes.disconnect();
    watched = panels();
    for (const element of [stage, ...watched]) sizes.observe(element);
  };
  const children = new MutationObserver((records) => {
    const now = panels();
    const same = now.length === watched.length && now.every((panel, at) => panel === watched[at]);
    // What changes inside a panel is told by its size, at a time when the browser has laid the page out anyway.
    if (same && records.every(({ type }) => type === 'childList')) return;
    observe();
    measure();
  });
  children.observe(page, {
    childList: true,
    subtree: true,
    attributes: true,
    attributeFilter: ['data-open'],
  });
  observe();
  measure();
  return () => {
    sizes.disconnect();
    children.disconnect();
  };
}
