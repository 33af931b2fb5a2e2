import { setTimeout as delay } from 'node:timers/promises';

/** How long to wait between tries, in milliseconds: at first, and at most. */
export interface Growth {
  first: number;
  most: number;
}

/** So many milliseconds lie between two times of hurrying, as each begins another try. */
const LEAST = 5_000;

/** Pauses between the tries of something that may yet go well, each twice as long as the last. */
export class Pauses {
  #last = 0;
  #hurry = new AbortController();
  #hurried = Number.NEGATIVE_INFINITY;

  /** Waits for the next pause, `hurry` or `signal`; the last is the only one that makes it reject. */
  async wait({ first, most }: Growth, signal: AbortSignal): Promise<void> {
    this.#last = Math.min(Math.max(this.#last * 2, first), most);
    this.#hurry = new AbortController();
    const either = AbortSignal.any([signal, this.#hurry.signal]);
    // It keeps the process going: a command has nothing else that does while it waits.
    await delay(this.#last, undefined, { signal: either }).catch(() => {});
    signal.throwIfAborted();
  }

  /** Ends a pause under way, and has the next ones be short again; nothing where that was done just now, as anybody may ask for it. */
  hurry(): void {
    const now = performance.now();
    if (now - this.#hurried < LEAST) return;
    this.#hurried = now;
    this.#last = 0;
    this.#hurry.abort();
  }

  /** Has the next pauses be short again, as when all went well for a while. */
  reset(): void {
    this.#last = 0;
  }
}
