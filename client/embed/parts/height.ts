import type { Close } from '../../state/store.ts';
import { part } from './element.ts';

/** The shape of the picture where nothing else decides it: its height as a part of its width. */
const SHAPE = 0.625;
/** No picture is lower, in pixels. */
const LEAST = 300;

/**
 * Tells how high the page would be with nothing cut off, now and whenever that changes. It does not depend on
 * how high the page is, so that a host may follow it without end.
 */
export function watchHeight(document: Document, tell: (height: number) => void): Close {
  const stage = part('stage');
  const main = stage.parentElement ?? stage;
  let told = 0;
  const measure = () => {
    const { paddingTop, paddingBottom, rowGap } = getComputedStyle(main);
    const others = [...main.children].filter((child) => child !== stage).map((child) => outerHeight(child));
    const shown = others.filter((height) => height > 0);
    const gaps = shown.length * (Number.parseFloat(rowGap) || 0);
    const edges = Number.parseFloat(paddingTop) + Number.parseFloat(paddingBottom);
    const picture = Math.max(LEAST, main.clientWidth * SHAPE);
    const height = Math.ceil(picture + shown.reduce((sum, each) => sum + each, 0) + gaps + edges);
    if (height === told) return;
    told = height;
    tell(height);
  };
  const observer = new ResizeObserver(measure);
  observer.observe(document.body);
  for (const child of main.children) if (child !== stage) observer.observe(child);
  return () => observer.disconnect();
}

/** How much of the column an element takes; what lies over the picture takes nothing. */
function outerHeight(element: Element): number {
  const { position, display } = getComputedStyle(element);
  return position === 'absolute' || display === 'none' ? 0 : element.getBoundingClientRect().height;
}
