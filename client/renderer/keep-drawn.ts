import { EntenteError } from '../../server/core/model/errors.ts';
import type { RendererHandle } from './actions.ts';

/** So many losses within so many milliseconds are no accident any more: the next picture would be lost too. */
const MOST_LOST = 3;
const WITHIN = 60_000;
/** How long until each try to draw anew, in milliseconds: the browser's graphics may have to start again first. */
const PAUSES = [0, 500, 2_000, 5_000];

/** Counts how often a browser has taken a picture's graphics away. */
export interface Losses {
  /** Counts one; whether it is worth another picture. */
  another(): boolean;
}

/** @param now Milliseconds of a clock that nobody sets. */
export function countLosses(now = () => performance.now()): Losses {
  let lost: number[] = [];
  return {
    another() {
      const at = now();
      lost = [...lost.filter((each) => at - each < WITHIN), at];
      return lost.length < MOST_LOST;
    },
  };
}

export interface KeptDrawn {
  /** Draws the picture; `lost` is to be called when its graphics are gone. Throws where it cannot be drawn. */
  mount(lost: () => void): RendererHandle;
  /** Told of each picture that stands, from the first on. */
  drawn(handle: RendererHandle): void;
  /** Told when a picture is about to be taken away, as it is lost. */
  gone(): void;
  /** Told why there will be no other, when it is given up. */
  stands(reason: EntenteError): void;
}

/**
 * Draws a picture, and draws it anew each time that the browser takes its graphics away: as its graphics process has
 * crashed, a phone had it in the background, or a page has too many. Camera, selection and places are in the state,
 * so that the next picture is the same; the keyboard stays in it.
 *
 * @throws what `mount` throws when the first picture cannot be drawn
 * @returns what ends it, and the picture with it
 */
export function keepDrawn(options: KeptDrawn, losses: Losses): () => void {
  let handle: RendererHandle | undefined;
  let [closed, timer] = [false, undefined as ReturnType<typeof setTimeout> | undefined];
  const draw = () => {
    handle = options.mount(() => lost());
    options.drawn(handle);
  };
  const lost = () => {
    if (closed || !handle) return;
    const focused = handle.element.contains(document.activeElement);
    options.gone();
    handle.kill();
    handle = undefined;
    if (losses.another()) again(0, focused);
    else options.stands(lostTooOften());
  };
  const again = (tries: number, focused: boolean) => {
    timer = setTimeout(() => {
      try {
        draw();
        if (focused) refocus(handle);
      } catch {
        if (tries + 1 < PAUSES.length) again(tries + 1, focused);
        else options.stands(lostTooOften());
      }
    }, PAUSES[tries]);
  };
  draw();
  return () => {
    closed = true;
    clearTimeout(timer);
    handle?.kill();
  };
}

/** Gives a picture the keyboard once it is drawn: before, it would bring into sight what it is to be read from. */
function refocus(handle: RendererHandle | undefined): void {
  const focus = () =>
    document.activeElement === document.body && handle?.element.focus({ preventScroll: true });
  requestAnimationFrame(() => requestAnimationFrame(focus));
}

function lostTooOften(): EntenteError {
  return new EntenteError(
    'internal',
    'This browser keeps losing its graphics context, so the picture is now static. Reload the page to try again.',
  );
}
