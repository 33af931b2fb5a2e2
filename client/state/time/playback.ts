import { change } from '../link/view-changes.ts';
import type { Close, ExplorerStore } from '../store.ts';
import { rangeOf } from './timeline.ts';

/** How long each date is shown at the usual speed, in milliseconds. */
export const STEP = 1_200;
export const SPEEDS = [0.5, 1, 2, 4] as const;
export type Speed = (typeof SPEEDS)[number];

export interface Playback {
  /**
   * Shows one date after another: where a range is set, a range as long; else everything up to the date.
   * It begins after what is shown, over again when that is the last.
   *
   * @param dates In order, each a day, month or year.
   */
  play(dates: readonly string[]): void;
  /** Stays where it is; that is one step to undo. */
  pause(): void;
  setSpeed(speed: Speed): void;
  close: Close;
}

/** Plays the timeline by moving the view's range of dates. */
export function createPlayback(store: ExplorerStore): Playback {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let aim: { from?: string | undefined; to?: string | undefined } = {};
  const pause = () => {
    clearTimeout(timer);
    timer = undefined;
    if (store.getState().playing) store.setState({ playing: false });
  };
  const show = (frame: typeof aim) => {
    aim = frame;
    store.setState(({ view }) => ({ view: change(view, rangeOf(view, frame.from, frame.to)) }));
  };
  const play = (dates: readonly string[]) => {
    pause();
    const { from, to } = store.getState().view;
    const frames = framesOf(dates, from, to);
    if (frames.length === 0) return;
    let at = frames.findIndex((frame) => (frame.to ?? '') > (to ?? '\uffff'));
    if (at < 0) at = 0;
    store.setState({ playing: true });
    const step = () => {
      const { view, speed } = store.getState();
      // A reader who sets another range, or goes back, wants that.
      if (at > 0 && timer !== undefined && (view.from !== aim.from || view.to !== aim.to)) return pause();
      const frame = frames[at];
      if (!frame) return pause();
      show(frame);
      at += 1;
      timer = setTimeout(step, STEP / speed);
    };
    step();
  };
  return {
    play,
    pause,
    setSpeed: (speed) => store.setState({ speed }),
    close: () => clearTimeout(timer),
  };
}

interface Frame {
  from: string | undefined;
  to: string;
}

/** The ranges that are shown one after the other. */
export function framesOf(
  dates: readonly string[],
  from: string | undefined,
  to: string | undefined,
): Frame[] {
  if (from === undefined || to === undefined) return dates.map((date) => ({ from, to: date }));
  const first = dates.findIndex((date) => date >= from.slice(0, date.length));
  const last = dates.findLastIndex((date) => date.slice(0, to.length) <= to.slice(0, date.length));
  const width = Math.max(1, last - first + 1);
  return dates.slice(width - 1).map((date, at) => ({ from: dates[at], to: date }));
}
