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
  /** Whether it is in sight and has not moved there since it was first looked for: the article is being opened, and not read. */
  isUnmoved(): boolean;
  close: Close;
}

/**
 * Watches whether an element is in sight.
 *
 * @param rested Told once it has come into sight or gone out of it, and the article has come to rest.
 */
export function watchSight(element: HTMLElement, rested: () => void): Sight {
  let [timer, inSight, atRest, looks] = [0, false, true, 0];
  const observer = new IntersectionObserver(
    (entries) => {
      inSight = entries.at(-1)?.isIntersecting ?? false;
      clearTimeout(timer);
      if (looks === 0 && inSight) rested();
      else {
        atRest = false;
        const rest = () => {
          atRest = true;
          rested();
        };
        timer = window.setTimeout(rest, inSight ? AT_REST : OUT_OF_SIGHT);
      }
      looks += 1;
    },
    { rootMargin: '10%', threshold: SHARES },
  );
  observer.observe(element);
  return {
    isInSight: () => inSight,
    isAtRest: () => atRest,
    isUnmoved: () => inSight && looks === 1,
    close: () => {
      observer.disconnect();
      clearTimeout(timer);
    },
  };
}
