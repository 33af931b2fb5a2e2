import type { Close } from '../state/store.ts';

/** How long an embed must be out of sight before it gives its graphics memory back, in milliseconds. */
const OUT_OF_SIGHT = 500;
/** How long the article must not have moved before one is drawn that came into sight, in milliseconds. */
const AT_REST = 250;
/** The shares of it in sight at whose passing the browser tells that the article moves. */
const SHARES = Array.from({ length: 21 }, (_, step) => step / 20);

/** What is known of whether a reader sees an embed. */
export interface Sight {
  isInSight(): boolean;
  /** Whether it has been in sight, or out of it, for a while. At first it has: it is to be drawn as soon as can be. */
  isAtRest(): boolean;
  close: Close;
}

/**
 * Watches whether an element is in sight.
 *
 * @param rested Told once it has come into sight or gone out of it, and the article has come to rest.
 */
export function watchSight(element: HTMLElement, rested: () => void): Sight {
  let [timer, inSight, atRest, looked] = [0, false, true, false];
  const observer = new IntersectionObserver(
    (entries) => {
      inSight = entries.at(-1)?.isIntersecting ?? false;
      clearTimeout(timer);
      if (!looked && inSight) rested();
      else {
        atRest = false;
        const rest = () => {
          atRest = true;
          rested();
        };
        timer = window.setTimeout(rest, inSight ? AT_REST : OUT_OF_SIGHT);
      }
      looked = true;
    },
    { rootMargin: '10%', threshold: SHARES },
  );
  observer.observe(element);
  return {
    isInSight: () => inSight,
    isAtRest: () => atRest,
    close: () => {
      observer.disconnect();
      clearTimeout(timer);
    },
  };
}
