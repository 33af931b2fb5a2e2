import { setImmediate as turn } from 'node:timers/promises';

/** Milliseconds that may be worked at one go before others have a turn. */
const SLICE = 10;

/** Those who rest: each goes on in a turn of its own, as what all do in one turn keeps everybody else waiting. */
let last: Promise<void> = Promise.resolve();

/**
 * Cuts work on the server's one thread into slices. What it gives is asked between small parts of the work, and gives
 * a promise to wait for where others are to have their turn.
 */
export function inSlices(): () => Promise<void> | undefined {
  let since = performance.now();
  return () => {
    if (performance.now() - since < SLICE) return undefined;
    last = last.then(() => turn());
    return last.then(() => {
      since = performance.now();
    });
  };
}

/** What is made of each of many, in slices. */
export async function mapInSlices<From, To>(many: readonly From[], make: (each: From) => To): Promise<To[]> {
  const rest = inSlices();
  const made: To[] = [];
  for (const each of many) {
    made.push(make(each));
    const others = rest();
    // Waiting for nothing, too, would take a turn for each of them.
    if (others) await others;
  }
  return made;
}
